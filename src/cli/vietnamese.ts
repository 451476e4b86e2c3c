// The messages in Vietnamese: English wording, with {0}, {1} for what varies → the same in Vietnamese. Of several that
// fit, the first counts.

import { VIETNAMESE_ARGUMENTS } from './vietnamese-arguments.ts'
import { VIETNAMESE_DOCUMENTS } from './vietnamese-documents.ts'
import { VIETNAMESE_HELP } from './vietnamese-help.ts'

const MESSAGES: readonly (readonly [english: string, vietnamese: string])[] = [
  ['error:', 'lỗi:'],
  ['warning:', 'cảnh báo:'],

  // Input.
  [
    'No input: name a file, or give the text on stdin ("-" reads it from the terminal).',
    'Không có đầu vào: hãy nêu tên tệp, hoặc đưa văn bản qua stdin ("-" đọc từ bàn phím).',
  ],
  ['stdin ("-") can be read only once: name it once.', 'stdin ("-") chỉ đọc được một lần: chỉ nêu một lần.'],
  [
    'No document was found in {0}: look whether the path or pattern is right, and what is in the folder.',
    'Không tìm thấy văn bản nào trong {0}: hãy xem đường dẫn hoặc mẫu có đúng không, và trong thư mục có gì.',
  ],
  ['The model {0} cannot be read: {1}.', 'Không đọc được mô hình {0}: {1}.'],
  ['{0} cannot be read: {1}.', 'Không đọc được {0}: {1}.'],
  ['{0} cannot be written: {1}.', 'Không ghi được {0}: {1}.'],
  ['there is no such file', 'không có tệp này'],
  ['it is a folder; name the files in it', 'đó là thư mục; hãy nêu tên các tệp trong đó'],
  ['permission was denied', 'không có quyền truy cập'],
  ['the disk is full', 'đĩa đã đầy'],
  ['the file system is read-only', 'hệ thống tệp chỉ cho đọc'],
  ['part of its path is a file, not a folder', 'một phần đường dẫn là tệp, không phải thư mục'],
  ['too many files are open', 'đang mở quá nhiều tệp'],
  ['its name is too long for the file system', 'tên quá dài đối với hệ thống tệp'],
  [
    '{0} is empty: its writing or copying was cut short.',
    '{0} là tệp rỗng: việc ghi hoặc sao chép đã bị ngắt giữa chừng.',
  ],
  [
    '{0} is a Word document that is locked with a password: open it and save it without one.',
    '{0} là tệp Word bị khóa bằng mật khẩu: hãy mở ra và lưu lại không có mật khẩu.',
  ],
  [
    '{0} is an Office document that is locked with a password: open it and save it without one.',
    '{0} là tệp Office bị khóa bằng mật khẩu: hãy mở ra và lưu lại không có mật khẩu.',
  ],
  [
    '{0} is neither text nor a PDF, image or Word file that can be read: look whether it is what its name says.',
    '{0} không phải văn bản, PDF, ảnh hay tệp Word đọc được: hãy xem tệp có đúng như tên gọi không.',
  ],
  [
    '{0} is an image, and OCR is off: allow it, or give the text of the page.',
    '{0} là ảnh mà OCR đang tắt: hãy bật OCR, hoặc đưa văn bản của trang.',
  ],
  [
    '{0} has {1} bytes, more than the limit of {2}: split it, or raise the limit.',
    '{0} có {1} byte, quá giới hạn {2}: hãy tách tệp ra, hoặc nâng giới hạn.',
  ],
  [
    '{0} has {1} bytes, more than the limit of {2}: split it.',
    '{0} có {1} byte, quá giới hạn {2}: hãy tách tệp ra.',
  ],
  [
    '{0} is larger than {1} MiB: split it and give the parts one by one.',
    '{0} lớn hơn {1} MiB: hãy tách ra và đưa từng phần.',
  ],
  [
    '{0} is not valid {1} in one place, the first at byte {2}; they are printed as U+FFFD. If the text looks wrong, convert the file to UTF-8 first.',
    '{0} có một chỗ không phải {1} hợp lệ, ở byte {2}; chỗ đó in thành U+FFFD. Nếu chữ trông sai, hãy chuyển tệp sang UTF-8 trước.',
  ],
  [
    '{0} is in {1} in part; that was converted to Unicode.',
    '{0} có phần dùng bảng mã {1}; phần đó đã được chuyển sang Unicode.',
  ],
  ['{0} is in {1}; it was converted to Unicode.', '{0} dùng bảng mã {1}; đã được chuyển sang Unicode.'],
  [
    '{0} is a document of Word 95 or older, which is not read: convert it first, for example with `soffice --headless --convert-to docx FILE`.',
    '{0} là văn bản của Word 95 trở về trước, không đọc được: hãy chuyển đổi trước, ví dụ bằng `soffice --headless --convert-to docx TỆP`.',
  ],
  [
    '{0} is a damaged Word document ({1}): copy it again, or let LibreOffice try to recover it with {2}.',
    '{0} là văn bản Word bị hỏng ({1}): hãy sao chép lại, hoặc thử cứu bằng LibreOffice: {2}.',
  ],
  [
    '{0} is a damaged Excel workbook ({1}): copy it again, or let LibreOffice try to recover it with {2}.',
    '{0} là bảng tính Excel bị hỏng ({1}): hãy sao chép lại, hoặc thử cứu bằng LibreOffice: {2}.',
  ],
  [
    '{0} is an Excel workbook that is locked with a password: open it and save it without one.',
    '{0} là bảng tính Excel bị khóa bằng mật khẩu: hãy mở ra và lưu lại không có mật khẩu.',
  ],
  [
    '{0} is an Excel workbook of Excel 95 or older, which is not read: convert it first, for example with `soffice --headless --convert-to xlsx FILE`.',
    '{0} là bảng tính của Excel 95 trở về trước, không đọc được: hãy chuyển đổi trước, ví dụ bằng `soffice --headless --convert-to xlsx TỆP`.',
  ],
  [
    '{0} is damaged: its text was read, but not all of its fonts and tables.',
    '{0} bị hỏng: đã đọc được chữ, nhưng không đọc được hết phông chữ và bảng.',
  ],
  [
    '{0} is an RTF document that was cut short; what is there was read.',
    '{0} là văn bản RTF bị cắt ngang; đã đọc phần còn lại.',
  ],
  [
    '{0} is an RTF document that ends before its text: its writing or copying was cut short. Copy it again.',
    '{0} là văn bản RTF kết thúc trước phần chữ: việc ghi hoặc sao chép đã bị ngắt giữa chừng. Hãy sao chép lại.',
  ],
  [
    '{0} has text in an older encoding ({1}); it was converted.',
    '{0} có chữ theo bảng mã cũ ({1}); đã chuyển sang Unicode.',
  ],

  // Output.
  [
    '{0} exists already: give another name, or --force to replace it.',
    '{0} đã có: hãy cho tên khác, hoặc dùng --force để ghi đè.',
  ],
  [
    '{0} exists already: give another folder, --resume to go on with an earlier run, or --force to replace it.',
    '{0} đã có: hãy cho thư mục khác, dùng --resume để chạy tiếp lần trước, hoặc --force để ghi đè.',
  ],
  [
    '{0} exists already, and no run that the journal of this folder knows of made it: give another folder, or --force to replace it.',
    '{0} đã có, và nhật ký của thư mục này không ghi lần chạy nào tạo ra nó: hãy cho thư mục khác, hoặc dùng --force để ghi đè.',
  ],
  [
    '{0} was made from other content, with other options or with another model: --force makes it again, another folder keeps it.',
    '{0} được tạo từ nội dung khác, tùy chọn khác hoặc mô hình khác: --force sẽ làm lại, chọn thư mục khác thì giữ nguyên.',
  ],
  [
    '{0} was altered since it was made, and stays as it is: --force makes it again.',
    '{0} đã bị sửa sau khi tạo nên được giữ nguyên: muốn làm lại thì dùng --force.',
  ],
  ['would be replaced', 'sẽ bị ghi đè'],
  ['altered since, would be kept', 'đã bị sửa, sẽ giữ nguyên'],
  ['exists already', 'đã có'],
  [
    '{0} of {1} results exist already: the run would be refused without --resume or --force.',
    '{0} trong {1} kết quả đã có: nếu không có --resume hoặc --force thì sẽ không chạy.',
  ],
  [
    '{0} of {1} results exist already and were not made by this work on these documents: they would be refused without --force.',
    '{0} trong {1} kết quả đã có mà không phải do chính việc này trên các văn bản này tạo ra: không có --force thì không ghi đè.',
  ],
  [
    '{0} and {1} would both be written to {2}: give them one by one, with different folders.',
    '{0} và {1} đều sẽ ghi vào {2}: hãy chạy từng tệp, vào các thư mục khác nhau.',
  ],
  [
    'Two documents would both be written to {0}: give them one by one.',
    'Hai văn bản đều sẽ ghi vào {0}: hãy chạy từng văn bản.',
  ],
  [
    'Another run (process {0} on {1}) is writing to this folder: wait for it, choose another folder, or delete {2} if that run is no more.',
    'Một lần chạy khác (tiến trình {0} trên {1}) đang ghi vào thư mục này: hãy đợi, chọn thư mục khác, hoặc xóa {2} nếu lần chạy đó không còn.',
  ],
  [
    'Several formats need an output folder: give one with -o.',
    'Nhiều định dạng cần có thư mục kết quả: hãy cho bằng -o.',
  ],
  [
    'Several documents cannot share one XML file: give a folder for them with -o.',
    'Nhiều văn bản không thể chung một tệp XML: hãy cho thư mục bằng -o.',
  ],
  ['the index of the reports', 'mục lục báo cáo'],
  [
    '{0} needs an output folder: give one with -o, ending in "/".',
    '{0} cần có thư mục kết quả: hãy cho bằng -o, kết thúc bằng "/".',
  ],
  [
    '--summary {0}: the name has to end in .json or .csv.',
    '--summary {0}: tên phải kết thúc bằng .json hoặc .csv.',
  ],
  [
    '--format jsonl stands alone: it is a way of its own to run.',
    '--format jsonl phải đứng một mình: đó là một cách chạy riêng.',
  ],
  [
    '{0} of {1} documents were not begun: --resume goes on with them.',
    '{0} trong {1} văn bản chưa được xử lý: --resume sẽ làm tiếp.',
  ],
  [
    '{0} does not go with --format jsonl, which answers every line: leave one of them out.',
    '{0} không đi cùng --format jsonl, vì ở đó dòng nào cũng được trả lời: hãy bỏ một trong hai.',
  ],
  [
    'With --format jsonl requests come on stdin and answers go to stdout: name no files, and no output.',
    'Với --format jsonl, yêu cầu vào từ stdin và trả lời ra stdout: không nêu tệp và không nêu kết quả.',
  ],

  // Documents of a batch.
  [
    '{0} was given up: no page was finished within {1} s. Leave out the page with --pages, or allow more time with --timeout.',
    'Đã bỏ {0}: không xong trang nào trong {1} giây. Hãy bỏ trang đó bằng --pages, hoặc cho thêm thời gian bằng --timeout.',
  ],
  [
    '{0} needed more memory than there was (limit of a worker: {1} MiB): split it, use fewer --jobs, or allow more with --max-memory.',
    '{0} cần nhiều bộ nhớ hơn mức có (giới hạn mỗi tiến trình: {1} MiB): hãy tách ra, giảm --jobs, hoặc tăng --max-memory.',
  ],
  [
    '{0} made its worker crash ({1}): the file is damaged in an unusual way, or vanban has a fault. The other documents are not affected.',
    '{0} làm tiến trình xử lý bị sập ({1}): tệp hỏng bất thường, hoặc vanban có lỗi. Các văn bản khác không bị ảnh hưởng.',
  ],
  ['{0} would be changed in {1} places', '{0} sẽ được sửa ở {1} chỗ'],
  ['{0}: {1} decisions', '{0}: {1} quyết định'],
  ['{0}: {1} words', '{0}: {1} từ'],
  ['{0}: failed', '{0}: lỗi'],
  ['{0}: done', '{0}: xong'],
  ['{0}: {1}, {2} sections, {3} tasks, {4} warnings', '{0}: {1}, {2} mục, {3} nhiệm vụ, {4} cảnh báo'],
  ['no official document', 'không phải văn bản hành chính'],
  ['{0}: done before', '{0}: xong từ trước'],
  ['{0}: 1 repair, {1} to review', '{0}: sửa 1 chỗ, cần xem lại {1}'],
  ['{0}: {1} repairs, {2} to review', '{0}: sửa {1} chỗ, cần xem lại {2}'],

  // The summary.
  ['documents', 'văn bản'],
  ['pages', 'trang'],
  ['repairs', 'chỗ sửa'],
  ['suggestions', 'gợi ý'],
  ['to review', 'cần xem lại'],
  ['confidence', 'độ tin cậy'],
  ['time', 'thời gian'],
  ['a second', 'mỗi giây'],
  ['not made', 'chưa sửa'],
  ['of {0} words', 'trên {0} từ'],
  ['mean of all words', 'trung bình mọi từ'],
  ['done', 'xong'],
  ['in part', 'xong một phần'],
  ['failed', 'lỗi'],
  ['done before', 'xong từ trước'],
  ['converted', 'chuyển mã'],
  ['failed:', 'lỗi:'],
  ['… and {0} more', '… và {0} lỗi nữa'],
  ['marks', 'dấu'],
  ['letters', 'chữ đọc sai'],
  ['case', 'chữ hoa'],
  ['merge', 'từ bị tách'],
  ['split', 'từ bị dính'],
  ['code', 'số ký hiệu'],
  ['acronym', 'chữ viết tắt'],
  ['numeral', 'số La Mã'],
  ['unicode', 'mã ký tự'],
]

export const VIETNAMESE: typeof MESSAGES = [
  ...MESSAGES,
  ...VIETNAMESE_ARGUMENTS,
  ...VIETNAMESE_DOCUMENTS,
  ...VIETNAMESE_HELP,
]
