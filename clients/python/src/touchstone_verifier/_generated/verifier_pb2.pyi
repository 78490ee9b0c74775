from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AnswerPlace(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ANSWER_PLACE_UNSPECIFIED: _ClassVar[AnswerPlace]
    ANSWER_PLACE_BOX: _ClassVar[AnswerPlace]
    ANSWER_PLACE_MARKED: _ClassVar[AnswerPlace]
    ANSWER_PLACE_ANYWHERE: _ClassVar[AnswerPlace]

class AnswerChoice(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ANSWER_CHOICE_UNSPECIFIED: _ClassVar[AnswerChoice]
    ANSWER_CHOICE_LAST: _ClassVar[AnswerChoice]
    ANSWER_CHOICE_FIRST: _ClassVar[AnswerChoice]
    ANSWER_CHOICE_ALL_AGREE: _ClassVar[AnswerChoice]

class AdjacentBoxes(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ADJACENT_BOXES_UNSPECIFIED: _ClassVar[AdjacentBoxes]
    ADJACENT_BOXES_JOINED: _ClassVar[AdjacentBoxes]
    ADJACENT_BOXES_SEPARATE: _ClassVar[AdjacentBoxes]

class ProseRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PROSE_RULE_UNSPECIFIED: _ClassVar[ProseRule]
    PROSE_RULE_TRIM: _ClassVar[ProseRule]
    PROSE_RULE_REFUSE: _ClassVar[ProseRule]

class PercentRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PERCENT_RULE_UNSPECIFIED: _ClassVar[PercentRule]
    PERCENT_RULE_STRICT: _ClassVar[PercentRule]
    PERCENT_RULE_LENIENT: _ClassVar[PercentRule]

class UnitRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    UNIT_RULE_UNSPECIFIED: _ClassVar[UnitRule]
    UNIT_RULE_OPTIONAL: _ClassVar[UnitRule]
    UNIT_RULE_REQUIRED: _ClassVar[UnitRule]

class OrderRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ORDER_RULE_UNSPECIFIED: _ClassVar[OrderRule]
    ORDER_RULE_BY_KIND: _ClassVar[OrderRule]
    ORDER_RULE_ORDERED: _ClassVar[OrderRule]
    ORDER_RULE_UNORDERED: _ClassVar[OrderRule]

class RoundingRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUNDING_RULE_UNSPECIFIED: _ClassVar[RoundingRule]
    ROUNDING_RULE_EXACT: _ClassVar[RoundingRule]
    ROUNDING_RULE_GOLD_DIGITS: _ClassVar[RoundingRule]

class GoldRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GOLD_RULE_UNSPECIFIED: _ClassVar[GoldRule]
    GOLD_RULE_ANY: _ClassVar[GoldRule]
    GOLD_RULE_ALL: _ClassVar[GoldRule]

class AngleRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ANGLE_RULE_UNSPECIFIED: _ClassVar[AngleRule]
    ANGLE_RULE_LENIENT: _ClassVar[AngleRule]
    ANGLE_RULE_STRICT: _ClassVar[AngleRule]

class VectorRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    VECTOR_RULE_UNSPECIFIED: _ClassVar[VectorRule]
    VECTOR_RULE_ANY_SHAPE: _ClassVar[VectorRule]
    VECTOR_RULE_BY_SHAPE: _ClassVar[VectorRule]

class UnevaluatedRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    UNEVALUATED_RULE_UNSPECIFIED: _ClassVar[UnevaluatedRule]
    UNEVALUATED_RULE_ACCEPT: _ClassVar[UnevaluatedRule]
    UNEVALUATED_RULE_REFUSE: _ClassVar[UnevaluatedRule]

class IntegrationConstantRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    INTEGRATION_CONSTANT_RULE_UNSPECIFIED: _ClassVar[IntegrationConstantRule]
    INTEGRATION_CONSTANT_RULE_FROM_PROBLEM: _ClassVar[IntegrationConstantRule]
    INTEGRATION_CONSTANT_RULE_FREE: _ClassVar[IntegrationConstantRule]
    INTEGRATION_CONSTANT_RULE_LITERAL: _ClassVar[IntegrationConstantRule]

class DecimalCommaRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DECIMAL_COMMA_RULE_UNSPECIFIED: _ClassVar[DecimalCommaRule]
    DECIMAL_COMMA_RULE_BY_LANGUAGE: _ClassVar[DecimalCommaRule]
    DECIMAL_COMMA_RULE_ALWAYS: _ClassVar[DecimalCommaRule]
    DECIMAL_COMMA_RULE_NEVER: _ClassVar[DecimalCommaRule]

class SymbolRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SYMBOL_RULE_UNSPECIFIED: _ClassVar[SymbolRule]
    SYMBOL_RULE_REAL: _ClassVar[SymbolRule]
    SYMBOL_RULE_POSITIVE: _ClassVar[SymbolRule]
    SYMBOL_RULE_INTEGER: _ClassVar[SymbolRule]

class FailureKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FAILURE_KIND_UNSPECIFIED: _ClassVar[FailureKind]
    FAILURE_KIND_NO_GOLD: _ClassVar[FailureKind]
    FAILURE_KIND_UNPARSABLE_GOLD: _ClassVar[FailureKind]
    FAILURE_KIND_LIMIT_EXCEEDED: _ClassVar[FailureKind]
    FAILURE_KIND_UNDECIDED: _ClassVar[FailureKind]
    FAILURE_KIND_INTERNAL: _ClassVar[FailureKind]
    FAILURE_KIND_INVALID_ITEM: _ClassVar[FailureKind]

class StepsCheck(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STEPS_CHECK_UNSPECIFIED: _ClassVar[StepsCheck]
    STEPS_CHECK_VALID: _ClassVar[StepsCheck]
    STEPS_CHECK_INVALID: _ClassVar[StepsCheck]
    STEPS_CHECK_UNVERIFIABLE: _ClassVar[StepsCheck]

class TraceValidity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TRACE_VALIDITY_UNSPECIFIED: _ClassVar[TraceValidity]
    TRACE_VALIDITY_SUPPORTED: _ClassVar[TraceValidity]
    TRACE_VALIDITY_INVALID: _ClassVar[TraceValidity]
    TRACE_VALIDITY_UNKNOWN: _ClassVar[TraceValidity]

class StepOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STEP_OUTCOME_UNSPECIFIED: _ClassVar[StepOutcome]
    STEP_OUTCOME_OK: _ClassVar[StepOutcome]
    STEP_OUTCOME_ERROR: _ClassVar[StepOutcome]
    STEP_OUTCOME_UNVERIFIABLE: _ClassVar[StepOutcome]

class DecisionAction(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DECISION_ACTION_UNSPECIFIED: _ClassVar[DecisionAction]
    DECISION_ACTION_EXPLORE: _ClassVar[DecisionAction]
    DECISION_ACTION_KEEP: _ClassVar[DecisionAction]
    DECISION_ACTION_DROP: _ClassVar[DecisionAction]
    DECISION_ACTION_GUARD: _ClassVar[DecisionAction]
ANSWER_PLACE_UNSPECIFIED: AnswerPlace
ANSWER_PLACE_BOX: AnswerPlace
ANSWER_PLACE_MARKED: AnswerPlace
ANSWER_PLACE_ANYWHERE: AnswerPlace
ANSWER_CHOICE_UNSPECIFIED: AnswerChoice
ANSWER_CHOICE_LAST: AnswerChoice
ANSWER_CHOICE_FIRST: AnswerChoice
ANSWER_CHOICE_ALL_AGREE: AnswerChoice
ADJACENT_BOXES_UNSPECIFIED: AdjacentBoxes
ADJACENT_BOXES_JOINED: AdjacentBoxes
ADJACENT_BOXES_SEPARATE: AdjacentBoxes
PROSE_RULE_UNSPECIFIED: ProseRule
PROSE_RULE_TRIM: ProseRule
PROSE_RULE_REFUSE: ProseRule
PERCENT_RULE_UNSPECIFIED: PercentRule
PERCENT_RULE_STRICT: PercentRule
PERCENT_RULE_LENIENT: PercentRule
UNIT_RULE_UNSPECIFIED: UnitRule
UNIT_RULE_OPTIONAL: UnitRule
UNIT_RULE_REQUIRED: UnitRule
ORDER_RULE_UNSPECIFIED: OrderRule
ORDER_RULE_BY_KIND: OrderRule
ORDER_RULE_ORDERED: OrderRule
ORDER_RULE_UNORDERED: OrderRule
ROUNDING_RULE_UNSPECIFIED: RoundingRule
ROUNDING_RULE_EXACT: RoundingRule
ROUNDING_RULE_GOLD_DIGITS: RoundingRule
GOLD_RULE_UNSPECIFIED: GoldRule
GOLD_RULE_ANY: GoldRule
GOLD_RULE_ALL: GoldRule
ANGLE_RULE_UNSPECIFIED: AngleRule
ANGLE_RULE_LENIENT: AngleRule
ANGLE_RULE_STRICT: AngleRule
VECTOR_RULE_UNSPECIFIED: VectorRule
VECTOR_RULE_ANY_SHAPE: VectorRule
VECTOR_RULE_BY_SHAPE: VectorRule
UNEVALUATED_RULE_UNSPECIFIED: UnevaluatedRule
UNEVALUATED_RULE_ACCEPT: UnevaluatedRule
UNEVALUATED_RULE_REFUSE: UnevaluatedRule
INTEGRATION_CONSTANT_RULE_UNSPECIFIED: IntegrationConstantRule
INTEGRATION_CONSTANT_RULE_FROM_PROBLEM: IntegrationConstantRule
INTEGRATION_CONSTANT_RULE_FREE: IntegrationConstantRule
INTEGRATION_CONSTANT_RULE_LITERAL: IntegrationConstantRule
DECIMAL_COMMA_RULE_UNSPECIFIED: DecimalCommaRule
DECIMAL_COMMA_RULE_BY_LANGUAGE: DecimalCommaRule
DECIMAL_COMMA_RULE_ALWAYS: DecimalCommaRule
DECIMAL_COMMA_RULE_NEVER: DecimalCommaRule
SYMBOL_RULE_UNSPECIFIED: SymbolRule
SYMBOL_RULE_REAL: SymbolRule
SYMBOL_RULE_POSITIVE: SymbolRule
SYMBOL_RULE_INTEGER: SymbolRule
FAILURE_KIND_UNSPECIFIED: FailureKind
FAILURE_KIND_NO_GOLD: FailureKind
FAILURE_KIND_UNPARSABLE_GOLD: FailureKind
FAILURE_KIND_LIMIT_EXCEEDED: FailureKind
FAILURE_KIND_UNDECIDED: FailureKind
FAILURE_KIND_INTERNAL: FailureKind
FAILURE_KIND_INVALID_ITEM: FailureKind
STEPS_CHECK_UNSPECIFIED: StepsCheck
STEPS_CHECK_VALID: StepsCheck
STEPS_CHECK_INVALID: StepsCheck
STEPS_CHECK_UNVERIFIABLE: StepsCheck
TRACE_VALIDITY_UNSPECIFIED: TraceValidity
TRACE_VALIDITY_SUPPORTED: TraceValidity
TRACE_VALIDITY_INVALID: TraceValidity
TRACE_VALIDITY_UNKNOWN: TraceValidity
STEP_OUTCOME_UNSPECIFIED: StepOutcome
STEP_OUTCOME_OK: StepOutcome
STEP_OUTCOME_ERROR: StepOutcome
STEP_OUTCOME_UNVERIFIABLE: StepOutcome
DECISION_ACTION_UNSPECIFIED: DecisionAction
DECISION_ACTION_EXPLORE: DecisionAction
DECISION_ACTION_KEEP: DecisionAction
DECISION_ACTION_DROP: DecisionAction
DECISION_ACTION_GUARD: DecisionAction

class AnswerPolicy(_message.Message):
    __slots__ = ("place", "choice", "after_reasoning_only", "percent", "units", "order", "absolute_tolerance", "relative_tolerance", "ignore_case", "adjacent_boxes", "prose", "rounding", "gold_rule", "angles", "vectors", "unevaluated", "symbols", "positive_symbols", "integer_symbols", "integration_constant", "decimal_comma")
    PLACE_FIELD_NUMBER: _ClassVar[int]
    CHOICE_FIELD_NUMBER: _ClassVar[int]
    AFTER_REASONING_ONLY_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    UNITS_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    ABSOLUTE_TOLERANCE_FIELD_NUMBER: _ClassVar[int]
    RELATIVE_TOLERANCE_FIELD_NUMBER: _ClassVar[int]
    IGNORE_CASE_FIELD_NUMBER: _ClassVar[int]
    ADJACENT_BOXES_FIELD_NUMBER: _ClassVar[int]
    PROSE_FIELD_NUMBER: _ClassVar[int]
    ROUNDING_FIELD_NUMBER: _ClassVar[int]
    GOLD_RULE_FIELD_NUMBER: _ClassVar[int]
    ANGLES_FIELD_NUMBER: _ClassVar[int]
    VECTORS_FIELD_NUMBER: _ClassVar[int]
    UNEVALUATED_FIELD_NUMBER: _ClassVar[int]
    SYMBOLS_FIELD_NUMBER: _ClassVar[int]
    POSITIVE_SYMBOLS_FIELD_NUMBER: _ClassVar[int]
    INTEGER_SYMBOLS_FIELD_NUMBER: _ClassVar[int]
    INTEGRATION_CONSTANT_FIELD_NUMBER: _ClassVar[int]
    DECIMAL_COMMA_FIELD_NUMBER: _ClassVar[int]
    place: AnswerPlace
    choice: AnswerChoice
    after_reasoning_only: bool
    percent: PercentRule
    units: UnitRule
    order: OrderRule
    absolute_tolerance: float
    relative_tolerance: float
    ignore_case: bool
    adjacent_boxes: AdjacentBoxes
    prose: ProseRule
    rounding: RoundingRule
    gold_rule: GoldRule
    angles: AngleRule
    vectors: VectorRule
    unevaluated: UnevaluatedRule
    symbols: SymbolRule
    positive_symbols: _containers.RepeatedScalarFieldContainer[str]
    integer_symbols: _containers.RepeatedScalarFieldContainer[str]
    integration_constant: IntegrationConstantRule
    decimal_comma: DecimalCommaRule
    def __init__(self, place: _Optional[_Union[AnswerPlace, str]] = ..., choice: _Optional[_Union[AnswerChoice, str]] = ..., after_reasoning_only: bool = ..., percent: _Optional[_Union[PercentRule, str]] = ..., units: _Optional[_Union[UnitRule, str]] = ..., order: _Optional[_Union[OrderRule, str]] = ..., absolute_tolerance: _Optional[float] = ..., relative_tolerance: _Optional[float] = ..., ignore_case: bool = ..., adjacent_boxes: _Optional[_Union[AdjacentBoxes, str]] = ..., prose: _Optional[_Union[ProseRule, str]] = ..., rounding: _Optional[_Union[RoundingRule, str]] = ..., gold_rule: _Optional[_Union[GoldRule, str]] = ..., angles: _Optional[_Union[AngleRule, str]] = ..., vectors: _Optional[_Union[VectorRule, str]] = ..., unevaluated: _Optional[_Union[UnevaluatedRule, str]] = ..., symbols: _Optional[_Union[SymbolRule, str]] = ..., positive_symbols: _Optional[_Iterable[str]] = ..., integer_symbols: _Optional[_Iterable[str]] = ..., integration_constant: _Optional[_Union[IntegrationConstantRule, str]] = ..., decimal_comma: _Optional[_Union[DecimalCommaRule, str]] = ...) -> None: ...

class GraderSpec(_message.Message):
    __slots__ = ("name", "options")
    class OptionsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    options: _containers.ScalarMap[str, str]
    def __init__(self, name: _Optional[str] = ..., options: _Optional[_Mapping[str, str]] = ...) -> None: ...

class GradeAnswersRequest(_message.Message):
    __slots__ = ("items", "policy", "grader")
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    GRADER_FIELD_NUMBER: _ClassVar[int]
    items: _containers.RepeatedCompositeFieldContainer[AnswerItem]
    policy: AnswerPolicy
    grader: GraderSpec
    def __init__(self, items: _Optional[_Iterable[_Union[AnswerItem, _Mapping]]] = ..., policy: _Optional[_Union[AnswerPolicy, _Mapping]] = ..., grader: _Optional[_Union[GraderSpec, _Mapping]] = ...) -> None: ...

class AnswerItem(_message.Message):
    __slots__ = ("id", "golds", "response", "answer", "policy", "choices", "grader", "problem")
    ID_FIELD_NUMBER: _ClassVar[int]
    GOLDS_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    CHOICES_FIELD_NUMBER: _ClassVar[int]
    GRADER_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    id: str
    golds: _containers.RepeatedScalarFieldContainer[str]
    response: str
    answer: str
    policy: AnswerPolicy
    choices: _containers.RepeatedScalarFieldContainer[str]
    grader: GraderSpec
    problem: str
    def __init__(self, id: _Optional[str] = ..., golds: _Optional[_Iterable[str]] = ..., response: _Optional[str] = ..., answer: _Optional[str] = ..., policy: _Optional[_Union[AnswerPolicy, _Mapping]] = ..., choices: _Optional[_Iterable[str]] = ..., grader: _Optional[_Union[GraderSpec, _Mapping]] = ..., problem: _Optional[str] = ...) -> None: ...

class GradeAnswersResponse(_message.Message):
    __slots__ = ("verdicts",)
    VERDICTS_FIELD_NUMBER: _ClassVar[int]
    verdicts: _containers.RepeatedCompositeFieldContainer[AnswerVerdict]
    def __init__(self, verdicts: _Optional[_Iterable[_Union[AnswerVerdict, _Mapping]]] = ...) -> None: ...

class Failure(_message.Message):
    __slots__ = ("kind", "message")
    KIND_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    kind: FailureKind
    message: str
    def __init__(self, kind: _Optional[_Union[FailureKind, str]] = ..., message: _Optional[str] = ...) -> None: ...

class Score(_message.Message):
    __slots__ = ("correct", "value")
    CORRECT_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    correct: bool
    value: float
    def __init__(self, correct: bool = ..., value: _Optional[float] = ...) -> None: ...

class Span(_message.Message):
    __slots__ = ("start", "end", "text", "source")
    START_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    start: int
    end: int
    text: str
    source: str
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ..., text: _Optional[str] = ..., source: _Optional[str] = ...) -> None: ...

class AnswerVerdict(_message.Message):
    __slots__ = ("id", "score", "failure", "extracted", "gold_form", "answer_form", "method", "reason", "gold_index", "fuel_used", "policy")
    ID_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    FAILURE_FIELD_NUMBER: _ClassVar[int]
    EXTRACTED_FIELD_NUMBER: _ClassVar[int]
    GOLD_FORM_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FORM_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    GOLD_INDEX_FIELD_NUMBER: _ClassVar[int]
    FUEL_USED_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    id: str
    score: Score
    failure: Failure
    extracted: Span
    gold_form: str
    answer_form: str
    method: str
    reason: str
    gold_index: int
    fuel_used: int
    policy: AnswerPolicy
    def __init__(self, id: _Optional[str] = ..., score: _Optional[_Union[Score, _Mapping]] = ..., failure: _Optional[_Union[Failure, _Mapping]] = ..., extracted: _Optional[_Union[Span, _Mapping]] = ..., gold_form: _Optional[str] = ..., answer_form: _Optional[str] = ..., method: _Optional[str] = ..., reason: _Optional[str] = ..., gold_index: _Optional[int] = ..., fuel_used: _Optional[int] = ..., policy: _Optional[_Union[AnswerPolicy, _Mapping]] = ...) -> None: ...

class ScoreRolloutsRequest(_message.Message):
    __slots__ = ("batch_id", "groups", "policy", "reward", "policy_stream", "policy_step", "admission", "admission_settings", "grader")
    class AdmissionSettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: float
        def __init__(self, key: _Optional[str] = ..., value: _Optional[float] = ...) -> None: ...
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    REWARD_FIELD_NUMBER: _ClassVar[int]
    POLICY_STREAM_FIELD_NUMBER: _ClassVar[int]
    POLICY_STEP_FIELD_NUMBER: _ClassVar[int]
    ADMISSION_FIELD_NUMBER: _ClassVar[int]
    ADMISSION_SETTINGS_FIELD_NUMBER: _ClassVar[int]
    GRADER_FIELD_NUMBER: _ClassVar[int]
    batch_id: str
    groups: _containers.RepeatedCompositeFieldContainer[RolloutGroup]
    policy: AnswerPolicy
    reward: RewardSpec
    policy_stream: str
    policy_step: int
    admission: str
    admission_settings: _containers.ScalarMap[str, float]
    grader: GraderSpec
    def __init__(self, batch_id: _Optional[str] = ..., groups: _Optional[_Iterable[_Union[RolloutGroup, _Mapping]]] = ..., policy: _Optional[_Union[AnswerPolicy, _Mapping]] = ..., reward: _Optional[_Union[RewardSpec, _Mapping]] = ..., policy_stream: _Optional[str] = ..., policy_step: _Optional[int] = ..., admission: _Optional[str] = ..., admission_settings: _Optional[_Mapping[str, float]] = ..., grader: _Optional[_Union[GraderSpec, _Mapping]] = ...) -> None: ...

class RolloutGroup(_message.Message):
    __slots__ = ("problem_id", "problem", "golds", "rollouts", "policy", "choices", "reference_chars", "grader")
    PROBLEM_ID_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    GOLDS_FIELD_NUMBER: _ClassVar[int]
    ROLLOUTS_FIELD_NUMBER: _ClassVar[int]
    POLICY_FIELD_NUMBER: _ClassVar[int]
    CHOICES_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_CHARS_FIELD_NUMBER: _ClassVar[int]
    GRADER_FIELD_NUMBER: _ClassVar[int]
    problem_id: str
    problem: str
    golds: _containers.RepeatedScalarFieldContainer[str]
    rollouts: _containers.RepeatedCompositeFieldContainer[Rollout]
    policy: AnswerPolicy
    choices: _containers.RepeatedScalarFieldContainer[str]
    reference_chars: int
    grader: GraderSpec
    def __init__(self, problem_id: _Optional[str] = ..., problem: _Optional[str] = ..., golds: _Optional[_Iterable[str]] = ..., rollouts: _Optional[_Iterable[_Union[Rollout, _Mapping]]] = ..., policy: _Optional[_Union[AnswerPolicy, _Mapping]] = ..., choices: _Optional[_Iterable[str]] = ..., reference_chars: _Optional[int] = ..., grader: _Optional[_Union[GraderSpec, _Mapping]] = ...) -> None: ...

class Rollout(_message.Message):
    __slots__ = ("id", "response", "truncated", "token_count", "steps_check")
    ID_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    TRUNCATED_FIELD_NUMBER: _ClassVar[int]
    TOKEN_COUNT_FIELD_NUMBER: _ClassVar[int]
    STEPS_CHECK_FIELD_NUMBER: _ClassVar[int]
    id: str
    response: str
    truncated: bool
    token_count: int
    steps_check: StepsCheck
    def __init__(self, id: _Optional[str] = ..., response: _Optional[str] = ..., truncated: bool = ..., token_count: _Optional[int] = ..., steps_check: _Optional[_Union[StepsCheck, str]] = ...) -> None: ...

class RewardSpec(_message.Message):
    __slots__ = ("profile", "weights", "seed", "skip_shortcuts", "shortcut_thresholds", "gates")
    class WeightsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: float
        def __init__(self, key: _Optional[str] = ..., value: _Optional[float] = ...) -> None: ...
    class ShortcutThresholdsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: float
        def __init__(self, key: _Optional[str] = ..., value: _Optional[float] = ...) -> None: ...
    class GatesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    PROFILE_FIELD_NUMBER: _ClassVar[int]
    WEIGHTS_FIELD_NUMBER: _ClassVar[int]
    SEED_FIELD_NUMBER: _ClassVar[int]
    SKIP_SHORTCUTS_FIELD_NUMBER: _ClassVar[int]
    SHORTCUT_THRESHOLDS_FIELD_NUMBER: _ClassVar[int]
    GATES_FIELD_NUMBER: _ClassVar[int]
    profile: str
    weights: _containers.ScalarMap[str, float]
    seed: int
    skip_shortcuts: bool
    shortcut_thresholds: _containers.ScalarMap[str, float]
    gates: _containers.ScalarMap[str, str]
    def __init__(self, profile: _Optional[str] = ..., weights: _Optional[_Mapping[str, float]] = ..., seed: _Optional[int] = ..., skip_shortcuts: bool = ..., shortcut_thresholds: _Optional[_Mapping[str, float]] = ..., gates: _Optional[_Mapping[str, str]] = ...) -> None: ...

class ScoreRolloutsResponse(_message.Message):
    __slots__ = ("batch_id", "groups", "reward", "repeated")
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    REWARD_FIELD_NUMBER: _ClassVar[int]
    REPEATED_FIELD_NUMBER: _ClassVar[int]
    batch_id: str
    groups: _containers.RepeatedCompositeFieldContainer[GroupResult]
    reward: RewardSpec
    repeated: bool
    def __init__(self, batch_id: _Optional[str] = ..., groups: _Optional[_Iterable[_Union[GroupResult, _Mapping]]] = ..., reward: _Optional[_Union[RewardSpec, _Mapping]] = ..., repeated: bool = ...) -> None: ...

class GroupResult(_message.Message):
    __slots__ = ("problem_id", "rollouts", "stats", "difficulty_before", "difficulty_after", "decision", "shortcuts")
    PROBLEM_ID_FIELD_NUMBER: _ClassVar[int]
    ROLLOUTS_FIELD_NUMBER: _ClassVar[int]
    STATS_FIELD_NUMBER: _ClassVar[int]
    DIFFICULTY_BEFORE_FIELD_NUMBER: _ClassVar[int]
    DIFFICULTY_AFTER_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    SHORTCUTS_FIELD_NUMBER: _ClassVar[int]
    problem_id: str
    rollouts: _containers.RepeatedCompositeFieldContainer[RolloutResult]
    stats: GroupStats
    difficulty_before: Difficulty
    difficulty_after: Difficulty
    decision: GroupDecision
    shortcuts: _containers.RepeatedCompositeFieldContainer[ShortcutFlag]
    def __init__(self, problem_id: _Optional[str] = ..., rollouts: _Optional[_Iterable[_Union[RolloutResult, _Mapping]]] = ..., stats: _Optional[_Union[GroupStats, _Mapping]] = ..., difficulty_before: _Optional[_Union[Difficulty, _Mapping]] = ..., difficulty_after: _Optional[_Union[Difficulty, _Mapping]] = ..., decision: _Optional[_Union[GroupDecision, _Mapping]] = ..., shortcuts: _Optional[_Iterable[_Union[ShortcutFlag, _Mapping]]] = ...) -> None: ...

class RolloutResult(_message.Message):
    __slots__ = ("id", "verdict", "reward", "components", "shortcuts", "steps_failure")
    class ComponentsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: float
        def __init__(self, key: _Optional[str] = ..., value: _Optional[float] = ...) -> None: ...
    ID_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    REWARD_FIELD_NUMBER: _ClassVar[int]
    COMPONENTS_FIELD_NUMBER: _ClassVar[int]
    SHORTCUTS_FIELD_NUMBER: _ClassVar[int]
    STEPS_FAILURE_FIELD_NUMBER: _ClassVar[int]
    id: str
    verdict: AnswerVerdict
    reward: float
    components: _containers.ScalarMap[str, float]
    shortcuts: _containers.RepeatedCompositeFieldContainer[ShortcutFlag]
    steps_failure: Failure
    def __init__(self, id: _Optional[str] = ..., verdict: _Optional[_Union[AnswerVerdict, _Mapping]] = ..., reward: _Optional[float] = ..., components: _Optional[_Mapping[str, float]] = ..., shortcuts: _Optional[_Iterable[_Union[ShortcutFlag, _Mapping]]] = ..., steps_failure: _Optional[_Union[Failure, _Mapping]] = ...) -> None: ...

class ShortcutFlag(_message.Message):
    __slots__ = ("name", "score", "threshold", "flagged", "evidence", "reason")
    NAME_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    THRESHOLD_FIELD_NUMBER: _ClassVar[int]
    FLAGGED_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    name: str
    score: float
    threshold: float
    flagged: bool
    evidence: _containers.RepeatedCompositeFieldContainer[Span]
    reason: str
    def __init__(self, name: _Optional[str] = ..., score: _Optional[float] = ..., threshold: _Optional[float] = ..., flagged: bool = ..., evidence: _Optional[_Iterable[_Union[Span, _Mapping]]] = ..., reason: _Optional[str] = ...) -> None: ...

class GroupStats(_message.Message):
    __slots__ = ("size", "scored", "correct", "no_answer", "failed", "pass_rate", "reward_mean", "reward_std", "silent", "distinct_answers", "modal_answer_share", "shortcut_counts")
    class ShortcutCountsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    SIZE_FIELD_NUMBER: _ClassVar[int]
    SCORED_FIELD_NUMBER: _ClassVar[int]
    CORRECT_FIELD_NUMBER: _ClassVar[int]
    NO_ANSWER_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    PASS_RATE_FIELD_NUMBER: _ClassVar[int]
    REWARD_MEAN_FIELD_NUMBER: _ClassVar[int]
    REWARD_STD_FIELD_NUMBER: _ClassVar[int]
    SILENT_FIELD_NUMBER: _ClassVar[int]
    DISTINCT_ANSWERS_FIELD_NUMBER: _ClassVar[int]
    MODAL_ANSWER_SHARE_FIELD_NUMBER: _ClassVar[int]
    SHORTCUT_COUNTS_FIELD_NUMBER: _ClassVar[int]
    size: int
    scored: int
    correct: int
    no_answer: int
    failed: int
    pass_rate: float
    reward_mean: float
    reward_std: float
    silent: bool
    distinct_answers: int
    modal_answer_share: float
    shortcut_counts: _containers.ScalarMap[str, int]
    def __init__(self, size: _Optional[int] = ..., scored: _Optional[int] = ..., correct: _Optional[int] = ..., no_answer: _Optional[int] = ..., failed: _Optional[int] = ..., pass_rate: _Optional[float] = ..., reward_mean: _Optional[float] = ..., reward_std: _Optional[float] = ..., silent: bool = ..., distinct_answers: _Optional[int] = ..., modal_answer_share: _Optional[float] = ..., shortcut_counts: _Optional[_Mapping[str, int]] = ...) -> None: ...

class CheckStepsRequest(_message.Message):
    __slots__ = ("items",)
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    items: _containers.RepeatedCompositeFieldContainer[TraceItem]
    def __init__(self, items: _Optional[_Iterable[_Union[TraceItem, _Mapping]]] = ...) -> None: ...

class TraceItem(_message.Message):
    __slots__ = ("id", "problem", "trace", "steps")
    ID_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    TRACE_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    id: str
    problem: str
    trace: str
    steps: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, id: _Optional[str] = ..., problem: _Optional[str] = ..., trace: _Optional[str] = ..., steps: _Optional[_Iterable[str]] = ...) -> None: ...

class CheckStepsResponse(_message.Message):
    __slots__ = ("verdicts",)
    VERDICTS_FIELD_NUMBER: _ClassVar[int]
    verdicts: _containers.RepeatedCompositeFieldContainer[TraceVerdict]
    def __init__(self, verdicts: _Optional[_Iterable[_Union[TraceVerdict, _Mapping]]] = ...) -> None: ...

class TraceVerdict(_message.Message):
    __slots__ = ("id", "report", "failure", "fuel_used")
    ID_FIELD_NUMBER: _ClassVar[int]
    REPORT_FIELD_NUMBER: _ClassVar[int]
    FAILURE_FIELD_NUMBER: _ClassVar[int]
    FUEL_USED_FIELD_NUMBER: _ClassVar[int]
    id: str
    report: TraceReport
    failure: Failure
    fuel_used: int
    def __init__(self, id: _Optional[str] = ..., report: _Optional[_Union[TraceReport, _Mapping]] = ..., failure: _Optional[_Union[Failure, _Mapping]] = ..., fuel_used: _Optional[int] = ...) -> None: ...

class TraceReport(_message.Message):
    __slots__ = ("steps", "coherence", "validity", "first_error")
    STEPS_FIELD_NUMBER: _ClassVar[int]
    COHERENCE_FIELD_NUMBER: _ClassVar[int]
    VALIDITY_FIELD_NUMBER: _ClassVar[int]
    FIRST_ERROR_FIELD_NUMBER: _ClassVar[int]
    steps: _containers.RepeatedCompositeFieldContainer[StepVerdict]
    coherence: TraceCoherence
    validity: TraceValidity
    first_error: int
    def __init__(self, steps: _Optional[_Iterable[_Union[StepVerdict, _Mapping]]] = ..., coherence: _Optional[_Union[TraceCoherence, _Mapping]] = ..., validity: _Optional[_Union[TraceValidity, str]] = ..., first_error: _Optional[int] = ...) -> None: ...

class TraceCoherence(_message.Message):
    __slots__ = ("claims", "confirmed", "refuted", "coverage", "score")
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    CONFIRMED_FIELD_NUMBER: _ClassVar[int]
    REFUTED_FIELD_NUMBER: _ClassVar[int]
    COVERAGE_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    claims: int
    confirmed: int
    refuted: int
    coverage: float
    score: float
    def __init__(self, claims: _Optional[int] = ..., confirmed: _Optional[int] = ..., refuted: _Optional[int] = ..., coverage: _Optional[float] = ..., score: _Optional[float] = ...) -> None: ...

class StepVerdict(_message.Message):
    __slots__ = ("start", "end", "outcome", "error", "claims", "confirmed", "premises", "unsupported")
    START_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    CONFIRMED_FIELD_NUMBER: _ClassVar[int]
    PREMISES_FIELD_NUMBER: _ClassVar[int]
    UNSUPPORTED_FIELD_NUMBER: _ClassVar[int]
    start: int
    end: int
    outcome: StepOutcome
    error: StepError
    claims: int
    confirmed: int
    premises: _containers.RepeatedScalarFieldContainer[int]
    unsupported: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ..., outcome: _Optional[_Union[StepOutcome, str]] = ..., error: _Optional[_Union[StepError, _Mapping]] = ..., claims: _Optional[int] = ..., confirmed: _Optional[int] = ..., premises: _Optional[_Iterable[int]] = ..., unsupported: _Optional[_Iterable[str]] = ...) -> None: ...

class StepError(_message.Message):
    __slots__ = ("kind", "span", "expected")
    KIND_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    kind: str
    span: Span
    expected: str
    def __init__(self, kind: _Optional[str] = ..., span: _Optional[_Union[Span, _Mapping]] = ..., expected: _Optional[str] = ...) -> None: ...

class GroupDecision(_message.Message):
    __slots__ = ("action", "reason", "rule", "weight", "advantage_cap")
    ACTION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    ADVANTAGE_CAP_FIELD_NUMBER: _ClassVar[int]
    action: DecisionAction
    reason: str
    rule: str
    weight: float
    advantage_cap: float
    def __init__(self, action: _Optional[_Union[DecisionAction, str]] = ..., reason: _Optional[str] = ..., rule: _Optional[str] = ..., weight: _Optional[float] = ..., advantage_cap: _Optional[float] = ...) -> None: ...

class Difficulty(_message.Message):
    __slots__ = ("problem_id", "policy_step", "alpha", "beta", "mean", "lower", "upper", "evidence", "visits", "rollouts", "correct", "last_visit_step", "action", "reason", "weight", "returns_at_step", "recent_visits")
    PROBLEM_ID_FIELD_NUMBER: _ClassVar[int]
    POLICY_STEP_FIELD_NUMBER: _ClassVar[int]
    ALPHA_FIELD_NUMBER: _ClassVar[int]
    BETA_FIELD_NUMBER: _ClassVar[int]
    MEAN_FIELD_NUMBER: _ClassVar[int]
    LOWER_FIELD_NUMBER: _ClassVar[int]
    UPPER_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    VISITS_FIELD_NUMBER: _ClassVar[int]
    ROLLOUTS_FIELD_NUMBER: _ClassVar[int]
    CORRECT_FIELD_NUMBER: _ClassVar[int]
    LAST_VISIT_STEP_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    RETURNS_AT_STEP_FIELD_NUMBER: _ClassVar[int]
    RECENT_VISITS_FIELD_NUMBER: _ClassVar[int]
    problem_id: str
    policy_step: int
    alpha: float
    beta: float
    mean: float
    lower: float
    upper: float
    evidence: float
    visits: int
    rollouts: int
    correct: int
    last_visit_step: int
    action: DecisionAction
    reason: str
    weight: float
    returns_at_step: int
    recent_visits: _containers.RepeatedCompositeFieldContainer[DifficultyVisit]
    def __init__(self, problem_id: _Optional[str] = ..., policy_step: _Optional[int] = ..., alpha: _Optional[float] = ..., beta: _Optional[float] = ..., mean: _Optional[float] = ..., lower: _Optional[float] = ..., upper: _Optional[float] = ..., evidence: _Optional[float] = ..., visits: _Optional[int] = ..., rollouts: _Optional[int] = ..., correct: _Optional[int] = ..., last_visit_step: _Optional[int] = ..., action: _Optional[_Union[DecisionAction, str]] = ..., reason: _Optional[str] = ..., weight: _Optional[float] = ..., returns_at_step: _Optional[int] = ..., recent_visits: _Optional[_Iterable[_Union[DifficultyVisit, _Mapping]]] = ...) -> None: ...

class DifficultyVisit(_message.Message):
    __slots__ = ("policy_step", "rollouts", "correct")
    POLICY_STEP_FIELD_NUMBER: _ClassVar[int]
    ROLLOUTS_FIELD_NUMBER: _ClassVar[int]
    CORRECT_FIELD_NUMBER: _ClassVar[int]
    policy_step: int
    rollouts: int
    correct: int
    def __init__(self, policy_step: _Optional[int] = ..., rollouts: _Optional[int] = ..., correct: _Optional[int] = ...) -> None: ...

class SelectProblemsRequest(_message.Message):
    __slots__ = ("policy_stream", "policy_step", "problem_ids", "count", "request_id", "method", "target_rate")
    POLICY_STREAM_FIELD_NUMBER: _ClassVar[int]
    POLICY_STEP_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_IDS_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    TARGET_RATE_FIELD_NUMBER: _ClassVar[int]
    policy_stream: str
    policy_step: int
    problem_ids: _containers.RepeatedScalarFieldContainer[str]
    count: int
    request_id: str
    method: str
    target_rate: float
    def __init__(self, policy_stream: _Optional[str] = ..., policy_step: _Optional[int] = ..., problem_ids: _Optional[_Iterable[str]] = ..., count: _Optional[int] = ..., request_id: _Optional[str] = ..., method: _Optional[str] = ..., target_rate: _Optional[float] = ...) -> None: ...

class SelectProblemsResponse(_message.Message):
    __slots__ = ("problems", "dropped")
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    DROPPED_FIELD_NUMBER: _ClassVar[int]
    problems: _containers.RepeatedCompositeFieldContainer[SelectedProblem]
    dropped: int
    def __init__(self, problems: _Optional[_Iterable[_Union[SelectedProblem, _Mapping]]] = ..., dropped: _Optional[int] = ...) -> None: ...

class SelectedProblem(_message.Message):
    __slots__ = ("problem_id", "draw", "difficulty")
    PROBLEM_ID_FIELD_NUMBER: _ClassVar[int]
    DRAW_FIELD_NUMBER: _ClassVar[int]
    DIFFICULTY_FIELD_NUMBER: _ClassVar[int]
    problem_id: str
    draw: float
    difficulty: Difficulty
    def __init__(self, problem_id: _Optional[str] = ..., draw: _Optional[float] = ..., difficulty: _Optional[_Union[Difficulty, _Mapping]] = ...) -> None: ...

class GetDifficultyRequest(_message.Message):
    __slots__ = ("policy_stream", "problem_ids", "policy_step")
    POLICY_STREAM_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_IDS_FIELD_NUMBER: _ClassVar[int]
    POLICY_STEP_FIELD_NUMBER: _ClassVar[int]
    policy_stream: str
    problem_ids: _containers.RepeatedScalarFieldContainer[str]
    policy_step: int
    def __init__(self, policy_stream: _Optional[str] = ..., problem_ids: _Optional[_Iterable[str]] = ..., policy_step: _Optional[int] = ...) -> None: ...

class GetDifficultyResponse(_message.Message):
    __slots__ = ("problems",)
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    problems: _containers.RepeatedCompositeFieldContainer[Difficulty]
    def __init__(self, problems: _Optional[_Iterable[_Union[Difficulty, _Mapping]]] = ...) -> None: ...

class ListDifficultyRequest(_message.Message):
    __slots__ = ("policy_stream", "policy_step", "page_size", "page_token")
    POLICY_STREAM_FIELD_NUMBER: _ClassVar[int]
    POLICY_STEP_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    policy_stream: str
    policy_step: int
    page_size: int
    page_token: str
    def __init__(self, policy_stream: _Optional[str] = ..., policy_step: _Optional[int] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListDifficultyResponse(_message.Message):
    __slots__ = ("problems", "next_page_token", "policy_streams")
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    POLICY_STREAMS_FIELD_NUMBER: _ClassVar[int]
    problems: _containers.RepeatedCompositeFieldContainer[Difficulty]
    next_page_token: str
    policy_streams: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, problems: _Optional[_Iterable[_Union[Difficulty, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., policy_streams: _Optional[_Iterable[str]] = ...) -> None: ...

class ImportDifficultyRequest(_message.Message):
    __slots__ = ("batch_id", "policy_stream", "policy_step", "problems")
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    POLICY_STREAM_FIELD_NUMBER: _ClassVar[int]
    POLICY_STEP_FIELD_NUMBER: _ClassVar[int]
    PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    batch_id: str
    policy_stream: str
    policy_step: int
    problems: _containers.RepeatedCompositeFieldContainer[ImportedCounts]
    def __init__(self, batch_id: _Optional[str] = ..., policy_stream: _Optional[str] = ..., policy_step: _Optional[int] = ..., problems: _Optional[_Iterable[_Union[ImportedCounts, _Mapping]]] = ...) -> None: ...

class ImportedCounts(_message.Message):
    __slots__ = ("problem_id", "rollouts", "correct")
    PROBLEM_ID_FIELD_NUMBER: _ClassVar[int]
    ROLLOUTS_FIELD_NUMBER: _ClassVar[int]
    CORRECT_FIELD_NUMBER: _ClassVar[int]
    problem_id: str
    rollouts: int
    correct: int
    def __init__(self, problem_id: _Optional[str] = ..., rollouts: _Optional[int] = ..., correct: _Optional[int] = ...) -> None: ...

class ImportDifficultyResponse(_message.Message):
    __slots__ = ("imported", "repeated")
    IMPORTED_FIELD_NUMBER: _ClassVar[int]
    REPEATED_FIELD_NUMBER: _ClassVar[int]
    imported: int
    repeated: bool
    def __init__(self, imported: _Optional[int] = ..., repeated: bool = ...) -> None: ...

class DescribeRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class DescribeResponse(_message.Message):
    __slots__ = ("version", "default_policy", "reward_profiles", "limits", "methods", "difficulty", "shortcut_detectors", "graders")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_POLICY_FIELD_NUMBER: _ClassVar[int]
    REWARD_PROFILES_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    METHODS_FIELD_NUMBER: _ClassVar[int]
    DIFFICULTY_FIELD_NUMBER: _ClassVar[int]
    SHORTCUT_DETECTORS_FIELD_NUMBER: _ClassVar[int]
    GRADERS_FIELD_NUMBER: _ClassVar[int]
    version: str
    default_policy: AnswerPolicy
    reward_profiles: _containers.RepeatedCompositeFieldContainer[RewardProfile]
    limits: Limits
    methods: _containers.RepeatedScalarFieldContainer[str]
    difficulty: DifficultySettings
    shortcut_detectors: _containers.RepeatedCompositeFieldContainer[ShortcutDetector]
    graders: _containers.RepeatedCompositeFieldContainer[GraderDescription]
    def __init__(self, version: _Optional[str] = ..., default_policy: _Optional[_Union[AnswerPolicy, _Mapping]] = ..., reward_profiles: _Optional[_Iterable[_Union[RewardProfile, _Mapping]]] = ..., limits: _Optional[_Union[Limits, _Mapping]] = ..., methods: _Optional[_Iterable[str]] = ..., difficulty: _Optional[_Union[DifficultySettings, _Mapping]] = ..., shortcut_detectors: _Optional[_Iterable[_Union[ShortcutDetector, _Mapping]]] = ..., graders: _Optional[_Iterable[_Union[GraderDescription, _Mapping]]] = ...) -> None: ...

class GraderDescription(_message.Message):
    __slots__ = ("name", "description", "options")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    description: str
    options: _containers.RepeatedCompositeFieldContainer[GraderOption]
    def __init__(self, name: _Optional[str] = ..., description: _Optional[str] = ..., options: _Optional[_Iterable[_Union[GraderOption, _Mapping]]] = ...) -> None: ...

class GraderOption(_message.Message):
    __slots__ = ("name", "description", "values")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    name: str
    description: str
    values: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., description: _Optional[str] = ..., values: _Optional[_Iterable[str]] = ...) -> None: ...

class ShortcutDetector(_message.Message):
    __slots__ = ("name", "description", "threshold")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    THRESHOLD_FIELD_NUMBER: _ClassVar[int]
    name: str
    description: str
    threshold: float
    def __init__(self, name: _Optional[str] = ..., description: _Optional[str] = ..., threshold: _Optional[float] = ...) -> None: ...

class RewardProfile(_message.Message):
    __slots__ = ("name", "description", "weights")
    class WeightsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: float
        def __init__(self, key: _Optional[str] = ..., value: _Optional[float] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    WEIGHTS_FIELD_NUMBER: _ClassVar[int]
    name: str
    description: str
    weights: _containers.ScalarMap[str, float]
    def __init__(self, name: _Optional[str] = ..., description: _Optional[str] = ..., weights: _Optional[_Mapping[str, float]] = ...) -> None: ...

class Limits(_message.Message):
    __slots__ = ("max_items_per_batch", "max_message_bytes", "max_response_chars", "max_answer_chars", "max_depth", "fuel_per_item", "steps", "pool")
    MAX_ITEMS_PER_BATCH_FIELD_NUMBER: _ClassVar[int]
    MAX_MESSAGE_BYTES_FIELD_NUMBER: _ClassVar[int]
    MAX_RESPONSE_CHARS_FIELD_NUMBER: _ClassVar[int]
    MAX_ANSWER_CHARS_FIELD_NUMBER: _ClassVar[int]
    MAX_DEPTH_FIELD_NUMBER: _ClassVar[int]
    FUEL_PER_ITEM_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    POOL_FIELD_NUMBER: _ClassVar[int]
    max_items_per_batch: int
    max_message_bytes: int
    max_response_chars: int
    max_answer_chars: int
    max_depth: int
    fuel_per_item: int
    steps: StepLimits
    pool: PoolLimits
    def __init__(self, max_items_per_batch: _Optional[int] = ..., max_message_bytes: _Optional[int] = ..., max_response_chars: _Optional[int] = ..., max_answer_chars: _Optional[int] = ..., max_depth: _Optional[int] = ..., fuel_per_item: _Optional[int] = ..., steps: _Optional[_Union[StepLimits, _Mapping]] = ..., pool: _Optional[_Union[PoolLimits, _Mapping]] = ...) -> None: ...

class PoolLimits(_message.Message):
    __slots__ = ("workers", "spare_workers", "worker_memory_bytes", "worker_timeout_ms", "max_queued_items", "cache_bytes")
    WORKERS_FIELD_NUMBER: _ClassVar[int]
    SPARE_WORKERS_FIELD_NUMBER: _ClassVar[int]
    WORKER_MEMORY_BYTES_FIELD_NUMBER: _ClassVar[int]
    WORKER_TIMEOUT_MS_FIELD_NUMBER: _ClassVar[int]
    MAX_QUEUED_ITEMS_FIELD_NUMBER: _ClassVar[int]
    CACHE_BYTES_FIELD_NUMBER: _ClassVar[int]
    workers: int
    spare_workers: int
    worker_memory_bytes: int
    worker_timeout_ms: int
    max_queued_items: int
    cache_bytes: int
    def __init__(self, workers: _Optional[int] = ..., spare_workers: _Optional[int] = ..., worker_memory_bytes: _Optional[int] = ..., worker_timeout_ms: _Optional[int] = ..., max_queued_items: _Optional[int] = ..., cache_bytes: _Optional[int] = ...) -> None: ...

class StepLimits(_message.Message):
    __slots__ = ("max_trace_chars", "max_steps", "fuel_per_step", "fuel_per_trace", "max_expression_chars", "max_expression_depth", "max_expression_tokens")
    MAX_TRACE_CHARS_FIELD_NUMBER: _ClassVar[int]
    MAX_STEPS_FIELD_NUMBER: _ClassVar[int]
    FUEL_PER_STEP_FIELD_NUMBER: _ClassVar[int]
    FUEL_PER_TRACE_FIELD_NUMBER: _ClassVar[int]
    MAX_EXPRESSION_CHARS_FIELD_NUMBER: _ClassVar[int]
    MAX_EXPRESSION_DEPTH_FIELD_NUMBER: _ClassVar[int]
    MAX_EXPRESSION_TOKENS_FIELD_NUMBER: _ClassVar[int]
    max_trace_chars: int
    max_steps: int
    fuel_per_step: int
    fuel_per_trace: int
    max_expression_chars: int
    max_expression_depth: int
    max_expression_tokens: int
    def __init__(self, max_trace_chars: _Optional[int] = ..., max_steps: _Optional[int] = ..., fuel_per_step: _Optional[int] = ..., fuel_per_trace: _Optional[int] = ..., max_expression_chars: _Optional[int] = ..., max_expression_depth: _Optional[int] = ..., max_expression_tokens: _Optional[int] = ...) -> None: ...

class DifficultySettings(_message.Message):
    __slots__ = ("store", "sync", "admission_rules", "default_admission", "selection_methods", "settings", "max_problems", "when_full")
    class SettingsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: float
        def __init__(self, key: _Optional[str] = ..., value: _Optional[float] = ...) -> None: ...
    STORE_FIELD_NUMBER: _ClassVar[int]
    SYNC_FIELD_NUMBER: _ClassVar[int]
    ADMISSION_RULES_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_ADMISSION_FIELD_NUMBER: _ClassVar[int]
    SELECTION_METHODS_FIELD_NUMBER: _ClassVar[int]
    SETTINGS_FIELD_NUMBER: _ClassVar[int]
    MAX_PROBLEMS_FIELD_NUMBER: _ClassVar[int]
    WHEN_FULL_FIELD_NUMBER: _ClassVar[int]
    store: str
    sync: str
    admission_rules: _containers.RepeatedCompositeFieldContainer[AdmissionRule]
    default_admission: str
    selection_methods: _containers.RepeatedScalarFieldContainer[str]
    settings: _containers.ScalarMap[str, float]
    max_problems: int
    when_full: str
    def __init__(self, store: _Optional[str] = ..., sync: _Optional[str] = ..., admission_rules: _Optional[_Iterable[_Union[AdmissionRule, _Mapping]]] = ..., default_admission: _Optional[str] = ..., selection_methods: _Optional[_Iterable[str]] = ..., settings: _Optional[_Mapping[str, float]] = ..., max_problems: _Optional[int] = ..., when_full: _Optional[str] = ...) -> None: ...

class AdmissionRule(_message.Message):
    __slots__ = ("name", "description")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    name: str
    description: str
    def __init__(self, name: _Optional[str] = ..., description: _Optional[str] = ...) -> None: ...
