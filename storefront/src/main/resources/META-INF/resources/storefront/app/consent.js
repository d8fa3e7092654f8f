/** The version of the wording in the messages `consent.text`. A test requires a new one when the wording changes. */
export const WORDING = 'marketing-1';
