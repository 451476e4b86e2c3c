// The messages in Vietnamese: English wording, with {0}, {1} for what varies → the same in Vietnamese.

export const VIETNAMESE: readonly (readonly [english: string, vietnamese: string])[] = [
  ['error:', 'lỗi:'],
  ['warning:', 'cảnh báo:'],
  ['{0} cannot be read: {1}.', 'Không đọc được {0}: {1}.'],
  ['there is no such file', 'không có tệp này'],
]
