/** Whether words of a question mean other days on another day of asking. */
export const needsToday = (question: string): boolean =>
  /\b(?:today|yesterday|tomorrow|tonight|now|ago|recently|lately|next|coming|upcoming|will|planned|past \w+|(?:this|last) (?:day|week|weekend|month|quarter|year|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i.test(
    question,
  );
