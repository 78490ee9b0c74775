// Original file: proto/touchstone/verifier/v1/verifier.proto


export interface GroupStats {
  /**
   * Rollouts in the group, and those with a score.
   */
  'size'?: (number);
  'scored'?: (number);
  'correct'?: (number);
  'noAnswer'?: (number);
  'failed'?: (number);
  /**
   * correct / scored; absent when nothing was scored.
   */
  'passRate'?: (number | string);
  'rewardMean'?: (number | string);
  /**
   * Population standard deviation of the rewards.
   */
  'rewardStd'?: (number | string);
  /**
   * All scored rollouts earned the same reward: the group carries no gradient.
   */
  'silent'?: (boolean);
  /**
   * Distinct answers by canonical form, and the share of the most frequent one among answered rollouts.
   */
  'distinctAnswers'?: (number);
  'modalAnswerShare'?: (number | string);
  /**
   * Rollouts flagged, by shortcut detector.
   */
  'shortcutCounts'?: ({[key: string]: number});
  '_passRate'?: "passRate";
  '_rewardMean'?: "rewardMean";
  '_rewardStd'?: "rewardStd";
  '_modalAnswerShare'?: "modalAnswerShare";
}

export interface GroupStats__Output {
  /**
   * Rollouts in the group, and those with a score.
   */
  'size': (number);
  'scored': (number);
  'correct': (number);
  'noAnswer': (number);
  'failed': (number);
  /**
   * correct / scored; absent when nothing was scored.
   */
  'passRate'?: (number);
  'rewardMean'?: (number);
  /**
   * Population standard deviation of the rewards.
   */
  'rewardStd'?: (number);
  /**
   * All scored rollouts earned the same reward: the group carries no gradient.
   */
  'silent': (boolean);
  /**
   * Distinct answers by canonical form, and the share of the most frequent one among answered rollouts.
   */
  'distinctAnswers': (number);
  'modalAnswerShare'?: (number);
  /**
   * Rollouts flagged, by shortcut detector.
   */
  'shortcutCounts': ({[key: string]: number});
  '_passRate'?: "passRate";
  '_rewardMean'?: "rewardMean";
  '_rewardStd'?: "rewardStd";
  '_modalAnswerShare'?: "modalAnswerShare";
}
