/** The ending of the names of lesson files. */
export const lessonEnding = '.convlesson.json';
