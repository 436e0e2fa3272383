/** Which writing a character belongs to: most of what looks wrong in one is right in another. */

export const LATIN = /\p{Script=Latin}/u
export const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/

/** Scripts that set no blanks between words and mark where a line may break: Thai, Lao, Tibetan, Burmese, Khmer … */
export const NO_SPACE_SCRIPT =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Javanese}\p{Script=Balinese}]/u

/**
 * Scripts whose letters change their shape beside others, so that joiners say something: the Arabic family, the
 * scripts of India and its neighbours, Mongolian.
 */
export const SHAPED =
  /[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1c4f\u1cd0-\u1cff\ua840-\uaaff\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc]|[\ud800-\ud807\ud83a][\udc00-\udfff]/

/** What emoji are made of, without the digits that can be keycaps. */
export const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\ufe0f|\u20e3/u
