// Original file: proto/touchstone/verifier/v1/verifier.proto

import type { AnswerPlace as _touchstone_verifier_v1_AnswerPlace, AnswerPlace__Output as _touchstone_verifier_v1_AnswerPlace__Output } from '../../../touchstone/verifier/v1/AnswerPlace.ts';
import type { AnswerChoice as _touchstone_verifier_v1_AnswerChoice, AnswerChoice__Output as _touchstone_verifier_v1_AnswerChoice__Output } from '../../../touchstone/verifier/v1/AnswerChoice.ts';
import type { PercentRule as _touchstone_verifier_v1_PercentRule, PercentRule__Output as _touchstone_verifier_v1_PercentRule__Output } from '../../../touchstone/verifier/v1/PercentRule.ts';
import type { UnitRule as _touchstone_verifier_v1_UnitRule, UnitRule__Output as _touchstone_verifier_v1_UnitRule__Output } from '../../../touchstone/verifier/v1/UnitRule.ts';
import type { OrderRule as _touchstone_verifier_v1_OrderRule, OrderRule__Output as _touchstone_verifier_v1_OrderRule__Output } from '../../../touchstone/verifier/v1/OrderRule.ts';
import type { AdjacentBoxes as _touchstone_verifier_v1_AdjacentBoxes, AdjacentBoxes__Output as _touchstone_verifier_v1_AdjacentBoxes__Output } from '../../../touchstone/verifier/v1/AdjacentBoxes.ts';
import type { ProseRule as _touchstone_verifier_v1_ProseRule, ProseRule__Output as _touchstone_verifier_v1_ProseRule__Output } from '../../../touchstone/verifier/v1/ProseRule.ts';
import type { RoundingRule as _touchstone_verifier_v1_RoundingRule, RoundingRule__Output as _touchstone_verifier_v1_RoundingRule__Output } from '../../../touchstone/verifier/v1/RoundingRule.ts';
import type { GoldRule as _touchstone_verifier_v1_GoldRule, GoldRule__Output as _touchstone_verifier_v1_GoldRule__Output } from '../../../touchstone/verifier/v1/GoldRule.ts';
import type { AngleRule as _touchstone_verifier_v1_AngleRule, AngleRule__Output as _touchstone_verifier_v1_AngleRule__Output } from '../../../touchstone/verifier/v1/AngleRule.ts';
import type { VectorRule as _touchstone_verifier_v1_VectorRule, VectorRule__Output as _touchstone_verifier_v1_VectorRule__Output } from '../../../touchstone/verifier/v1/VectorRule.ts';
import type { UnevaluatedRule as _touchstone_verifier_v1_UnevaluatedRule, UnevaluatedRule__Output as _touchstone_verifier_v1_UnevaluatedRule__Output } from '../../../touchstone/verifier/v1/UnevaluatedRule.ts';
import type { SymbolRule as _touchstone_verifier_v1_SymbolRule, SymbolRule__Output as _touchstone_verifier_v1_SymbolRule__Output } from '../../../touchstone/verifier/v1/SymbolRule.ts';
import type { IntegrationConstantRule as _touchstone_verifier_v1_IntegrationConstantRule, IntegrationConstantRule__Output as _touchstone_verifier_v1_IntegrationConstantRule__Output } from '../../../touchstone/verifier/v1/IntegrationConstantRule.ts';
import type { DecimalCommaRule as _touchstone_verifier_v1_DecimalCommaRule, DecimalCommaRule__Output as _touchstone_verifier_v1_DecimalCommaRule__Output } from '../../../touchstone/verifier/v1/DecimalCommaRule.ts';

/**
 * How an answer is found and compared.
 */
export interface AnswerPolicy {
  'place'?: (_touchstone_verifier_v1_AnswerPlace);
  'choice'?: (_touchstone_verifier_v1_AnswerChoice);
  /**
   * With a reasoning block (<think> and its like), only text after its end counts, and an unfinished block holds no answer. Default true.
   */
  'afterReasoningOnly'?: (boolean);
  'percent'?: (_touchstone_verifier_v1_PercentRule);
  'units'?: (_touchstone_verifier_v1_UnitRule);
  'order'?: (_touchstone_verifier_v1_OrderRule);
  /**
   * Accept |answer - gold| <= absolute_tolerance, or <= relative_tolerance * |gold|. Both default to 0: exact.
   */
  'absoluteTolerance'?: (number | string);
  'relativeTolerance'?: (number | string);
  /**
   * Compare plain text without regard to case. Default true.
   */
  'ignoreCase'?: (boolean);
  'adjacentBoxes'?: (_touchstone_verifier_v1_AdjacentBoxes);
  'prose'?: (_touchstone_verifier_v1_ProseRule);
  'rounding'?: (_touchstone_verifier_v1_RoundingRule);
  'goldRule'?: (_touchstone_verifier_v1_GoldRule);
  'angles'?: (_touchstone_verifier_v1_AngleRule);
  'vectors'?: (_touchstone_verifier_v1_VectorRule);
  'unevaluated'?: (_touchstone_verifier_v1_UnevaluatedRule);
  'symbols'?: (_touchstone_verifier_v1_SymbolRule);
  /**
   * Variables that are positive, or whole numbers, whatever `symbols` says of the others. At most 64 names in all.
   */
  'positiveSymbols'?: (string)[];
  'integerSymbols'?: (string)[];
  'integrationConstant'?: (_touchstone_verifier_v1_IntegrationConstantRule);
  'decimalComma'?: (_touchstone_verifier_v1_DecimalCommaRule);
  '_afterReasoningOnly'?: "afterReasoningOnly";
  '_absoluteTolerance'?: "absoluteTolerance";
  '_relativeTolerance'?: "relativeTolerance";
  '_ignoreCase'?: "ignoreCase";
}

/**
 * How an answer is found and compared.
 */
export interface AnswerPolicy__Output {
  'place': (_touchstone_verifier_v1_AnswerPlace__Output);
  'choice': (_touchstone_verifier_v1_AnswerChoice__Output);
  /**
   * With a reasoning block (<think> and its like), only text after its end counts, and an unfinished block holds no answer. Default true.
   */
  'afterReasoningOnly'?: (boolean);
  'percent': (_touchstone_verifier_v1_PercentRule__Output);
  'units': (_touchstone_verifier_v1_UnitRule__Output);
  'order': (_touchstone_verifier_v1_OrderRule__Output);
  /**
   * Accept |answer - gold| <= absolute_tolerance, or <= relative_tolerance * |gold|. Both default to 0: exact.
   */
  'absoluteTolerance'?: (number);
  'relativeTolerance'?: (number);
  /**
   * Compare plain text without regard to case. Default true.
   */
  'ignoreCase'?: (boolean);
  'adjacentBoxes': (_touchstone_verifier_v1_AdjacentBoxes__Output);
  'prose': (_touchstone_verifier_v1_ProseRule__Output);
  'rounding': (_touchstone_verifier_v1_RoundingRule__Output);
  'goldRule': (_touchstone_verifier_v1_GoldRule__Output);
  'angles': (_touchstone_verifier_v1_AngleRule__Output);
  'vectors': (_touchstone_verifier_v1_VectorRule__Output);
  'unevaluated': (_touchstone_verifier_v1_UnevaluatedRule__Output);
  'symbols': (_touchstone_verifier_v1_SymbolRule__Output);
  /**
   * Variables that are positive, or whole numbers, whatever `symbols` says of the others. At most 64 names in all.
   */
  'positiveSymbols': (string)[];
  'integerSymbols': (string)[];
  'integrationConstant': (_touchstone_verifier_v1_IntegrationConstantRule__Output);
  'decimalComma': (_touchstone_verifier_v1_DecimalCommaRule__Output);
  '_afterReasoningOnly'?: "afterReasoningOnly";
  '_absoluteTolerance'?: "absoluteTolerance";
  '_relativeTolerance'?: "relativeTolerance";
  '_ignoreCase'?: "ignoreCase";
}
