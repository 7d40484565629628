import type { Method } from '../method.ts'
import { answerCallbackQuery } from './answer-callback-query.ts'
import { answerWebAppQuery } from './answer-web-app-query.ts'
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts'
import { copyMessage, forwardMessage } from './copy-message.ts'
import { deleteMessage, deleteMessages } from './delete-message.ts'
import {
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edit-message.ts'
import { getChat, getChatMember, getChatMemberCount } from './get-chat.ts'
import { getFile } from './get-file.ts'
import { getMe } from './get-me.ts'
import { getUpdates } from './get-updates.ts'
import { getChatMenuButton, setChatMenuButton } from './menu-button.ts'
import { sendChatAction } from './send-chat-action.ts'
import { sendDocument, sendPhoto, sendVideo } from './send-file.ts'
import { sendLocation } from './send-location.ts'
import { sendMediaGroup } from './send-media-group.ts'
import { sendMessage } from './send-message.ts'
import { setMessageReaction } from './set-message-reaction.ts'
import { deleteWebhook, getWebhookInfo, setWebhook } from './webhook.ts'

const METHODS: readonly Method[] = [
  ...[getMe, getChat, getChatMember, getChatMemberCount, getFile],
  ...[setWebhook, deleteWebhook, getWebhookInfo, getUpdates],
  ...[sendMessage, sendPhoto, sendDocument, sendVideo, sendLocation, sendMediaGroup, sendChatAction],
  ...[copyMessage, forwardMessage, deleteMessage, deleteMessages],
  ...[editMessageText, editMessageCaption, editMessageMedia, editMessageReplyMarkup],
  ...[answerCallbackQuery, answerWebAppQuery, setMessageReaction],
  ...[setMyCommands, deleteMyCommands, getMyCommands, setChatMenuButton, getChatMenuButton],
]

const BY_NAME = new Map(METHODS.map((method) => [method.name.toLowerCase(), method]))

/** Names are matched in any letter case. */
export function findMethod(name: string): Method | undefined {
  return BY_NAME.get(name.toLowerCase())
}
