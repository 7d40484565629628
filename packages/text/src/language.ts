/** Languages the bot speaks; Ukrainian is the default. */
export type Language = 'uk' | 'en'
