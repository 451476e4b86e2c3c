// What is said about documents that cannot be read, and about the data they are read with, in Vietnamese.

export const VIETNAMESE_DOCUMENTS: readonly (readonly [english: string, vietnamese: string])[] = [
  // Kinds of files, and what can be done about them.
  ['{0} is {1}, which is not read: {2}.', '{0} là {1}, loại tệp không đọc được: {2}.'],
  ['{0} is {1}, not text: {2}.', '{0} là {1}, không phải văn bản: {2}.'],
  ['a BMP image', 'ảnh BMP'],
  ['a GIF image', 'ảnh GIF'],
  ['a JPEG image', 'ảnh JPEG'],
  ['a PNG image', 'ảnh PNG'],
  ['a TIFF image', 'ảnh TIFF'],
  ['a WebP image', 'ảnh WebP'],
  ['an image', 'ảnh'],
  ['page {0} of a TIFF image', 'trang {0} của ảnh TIFF'],
  ['a PDF file', 'tệp PDF'],
  ['a web page', 'trang web'],
  ['a presentation', 'bản trình chiếu'],
  ['a Word document', 'văn bản Word'],
  ['an old Word document', 'văn bản Word đời cũ'],
  ['an RTF document', 'văn bản RTF'],
  ['an OpenDocument text', 'văn bản OpenDocument'],
  ['an Excel workbook', 'bảng tính Excel'],
  ['an old Excel workbook', 'bảng tính Excel đời cũ'],
  ['an Office document (.docx, .xlsx, .odt)', 'tệp Office (.docx, .xlsx, .odt)'],
  ['an old Office document (.doc, .xls)', 'tệp Office đời cũ (.doc, .xls)'],
  ['an old Office document that is neither Word nor Excel', 'tệp Office đời cũ không phải Word hay Excel'],
  ['a ZIP archive', 'tệp nén ZIP'],
  ['an empty ZIP archive', 'tệp nén ZIP rỗng'],
  ['a gzip archive', 'tệp nén gzip'],
  ['a RAR archive', 'tệp nén RAR'],
  ['a 7-Zip archive', 'tệp nén 7-Zip'],
  ['a binary file', 'tệp nhị phân'],
  ['UTF-32 text', 'văn bản UTF-32'],
  ['unpack it first', 'hãy giải nén trước'],
  ['save it as PNG, JPEG, TIFF or WebP first', 'hãy lưu thành PNG, JPEG, TIFF hoặc WebP trước'],
  ['save it as plain text first, or print it to PDF', 'hãy lưu thành văn bản thuần trước, hoặc in ra PDF'],
  ['save it as plain text (UTF-8) first', 'hãy lưu thành văn bản thuần (UTF-8) trước'],
  ['save it as UTF-8 first', 'hãy lưu thành UTF-8 trước'],
  ['read it with an OCR program first', 'hãy đọc bằng chương trình OCR trước'],
  [
    'read it with an OCR program first, for example tesseract with -l vie',
    'hãy đọc bằng chương trình OCR trước, ví dụ tesseract với -l vie',
  ],
  [
    'take its text out first, for example with pdftotext, or with tesseract if it is a scan',
    'hãy lấy chữ ra trước, ví dụ bằng pdftotext, hoặc bằng tesseract nếu là bản quét',
  ],
  ['give the text that was made from it', 'hãy đưa văn bản làm ra từ tệp đó'],
  [
    'byte {0} is NUL, which text does not contain. If it is text in UTF-16, save it as UTF-8 first',
    'byte {0} là NUL, văn bản không có byte này. Nếu là văn bản UTF-16, hãy lưu thành UTF-8 trước',
  ],
  [
    'convert it first, for example with `soffice --headless --convert-to {0} FILE`',
    'hãy chuyển đổi trước, ví dụ bằng `soffice --headless --convert-to {0} TỆP`',
  ],

  // Locked, damaged, too large.
  [
    '{0} is a PDF that is locked with a password: take the lock off first, for example with {1}.',
    '{0} là tệp PDF bị khóa bằng mật khẩu: hãy gỡ khóa trước, ví dụ bằng {1}.',
  ],
  [
    '{0} is a PDF that is damaged ({1}): get a new copy, or mend it, for example with {2}.',
    '{0} là tệp PDF bị hỏng ({1}): hãy lấy bản sao mới, hoặc sửa, ví dụ bằng {2}.',
  ],
  [
    '{0} is a PDF that ends early: its writing or copying was cut short. Get a new copy.',
    '{0} là tệp PDF bị cụt: việc ghi hoặc sao chép đã bị ngắt giữa chừng. Hãy lấy bản sao mới.',
  ],
  [
    '{0} is {1} that cannot be decoded: it is damaged, or its writing or copying was cut short. Get a new copy.',
    '{0} là {1} không giải mã được: tệp hỏng, hoặc việc ghi hay sao chép đã bị ngắt giữa chừng. Hãy lấy bản sao mới.',
  ],
  [
    '{0} is a Word document that is damaged ({1}): get a new copy, or open it in an Office program and save it again.',
    '{0} là văn bản Word bị hỏng ({1}): hãy lấy bản sao mới, hoặc mở bằng chương trình Office rồi lưu lại.',
  ],
  [
    '{0} is a Word document that is too large ({1}): split it, or raise the limit of mebibytesPerPage.',
    '{0} là văn bản Word quá lớn ({1}): hãy tách ra, hoặc nâng giới hạn mebibytesPerPage.',
  ],
  ['it ends early', 'tệp bị cụt'],
  ['it holds no text of Word', 'trong tệp không có chữ của Word'],
  ['it holds no sheets', 'trong tệp không có trang tính nào'],
  ['the tables of its text are missing', 'thiếu bảng vị trí của chữ'],
  ['its header is not that of a compound file', 'phần đầu không phải của tệp Office'],
  ['its header has impossible sizes', 'phần đầu ghi kích thước không thể có'],
  ['its part "{0}" is cut short', 'phần "{0}" bị cụt'],
  ['its index is a loop', 'mục lục của tệp tự quay vòng'],
  ['its sectors form a loop', 'các đoạn của tệp tự quay vòng'],
  ['its small sectors form a loop', 'các đoạn nhỏ của tệp tự quay vòng'],
  ['its strings are cut short', 'các chuỗi chữ bị cụt'],
  ['its pieces of text are out of order', 'các đoạn chữ sai thứ tự'],
  ['it lists more pages than it has', 'danh mục có nhiều trang hơn thực tế'],
  ['it has more text than bytes', 'ghi nhiều chữ hơn số byte'],
  ['a table lies outside of the file', 'có bảng nằm ngoài tệp'],
  ['a page of properties is cut short', 'một trang thuộc tính bị cụt'],
  ['a list ends early', 'một danh sách bị cụt'],
  ['a list has a damaged level', 'một cấp của danh sách bị hỏng'],
  ['it has no entry {0}', 'không có mục {0}'],
  ['its entry {0} is locked', 'mục {0} bị khóa'],
  ['its entry {0} is too large', 'mục {0} quá lớn'],
  ['its list of entries is broken', 'danh mục bị hỏng'],
  ['an entry is not where it should be', 'có mục không nằm đúng chỗ'],
  ['an entry cannot be unpacked', 'có mục không giải nén được'],
  ['it is packed by an unknown method ({0})', 'được nén bằng cách không biết ({0})'],
  ['it unpacks to more than the limit', 'giải nén ra quá giới hạn'],
  [
    '{0} has a picture of {1} × {2} pixels, more than the limit of {3}: scan it with 200 to 300 dpi, or raise the limit.',
    '{0} có ảnh {1} × {2} điểm ảnh, quá giới hạn {3}: hãy quét ở 200 đến 300 dpi, hoặc nâng giới hạn.',
  ],
  [
    '{0} is not valid {1} in {2} places, the first at byte {3}; they are printed as U+FFFD. If the text looks wrong, convert the file to UTF-8 first.',
    '{0} có {2} chỗ không phải {1} hợp lệ, chỗ đầu ở byte {3}; các chỗ đó in thành U+FFFD. Nếu chữ trông sai, hãy chuyển tệp sang UTF-8 trước.',
  ],
  [
    '{0} was changed while it was read: run again when it is finished.',
    '{0} bị thay đổi trong lúc đọc: hãy chạy lại khi tệp đã ghi xong.',
  ],
  [
    'The folder {0} cannot be read, and what is in it is left out: {1}.',
    'Không đọc được thư mục {0}, những gì trong đó bị bỏ qua: {1}.',
  ],
  ['A line on stdin is larger than 256 MiB.', 'Một dòng trên stdin lớn hơn 256 MiB.'],

  // Pages and their OCR.
  [
    '"{0}" is no list of pages: give numbers and ranges from 1, such as 1-3,7,10-.',
    '"{0}" không phải danh sách trang: hãy cho số trang và khoảng trang từ 1, ví dụ 1-3,7,10-.',
  ],
  [
    '{0} has one page, and none of those asked for ({1}).',
    '{0} có một trang, không có trang nào trong các trang cần đọc ({1}).',
  ],
  [
    '{0} has {1} pages, and none of those asked for ({2}).',
    '{0} có {1} trang, không có trang nào trong các trang cần đọc ({2}).',
  ],
  [
    '{0} has {1} pages to read, more than the limit of {2}: the rest was left out.',
    '{0} có {1} trang cần đọc, quá giới hạn {2}: phần còn lại đã bỏ qua.',
  ],
  ['Page {0} of {1} is damaged and was left empty: {2}', 'Trang {0} của {1} bị hỏng và để trống: {2}'],
  [
    'Page {0} of {1} could not be read from its image, its text layer is used: {2}',
    'Không đọc được trang {0} của {1} từ ảnh, dùng lớp chữ có sẵn: {2}',
  ],
  [
    'Page {0} of {1} has a poor text layer, and OCR is off: with it the page may be read better.',
    'Trang {0} của {1} có lớp chữ kém mà OCR đang tắt: bật OCR có thể đọc tốt hơn.',
  ],
  [
    '{0} took more than {1} seconds to read: raise the limit, or give the page as a smaller image.',
    '{0} đọc lâu hơn {1} giây: hãy nâng giới hạn, hoặc đưa trang đó dưới dạng ảnh nhỏ hơn.',
  ],
  [
    '{0} took more than {1} seconds to draw: raise the limit, or leave the page out.',
    '{0} vẽ lâu hơn {1} giây: hãy nâng giới hạn, hoặc bỏ trang đó.',
  ],
  [
    '{0} took more than {1} seconds to read: raise the limit, or leave the page out.',
    '{0} đọc lâu hơn {1} giây: hãy nâng giới hạn, hoặc bỏ trang đó.',
  ],
  ['The page', 'Trang này'],
  ['Page {0} of {1}', 'Trang {0} của {1}'],
  [
    'The OCR engine failed ({0}): try the page alone, or as an image of 200 to 300 dpi.',
    'Bộ OCR bị lỗi ({0}): hãy thử riêng trang đó, hoặc đưa dưới dạng ảnh 200 đến 300 dpi.',
  ],
  ['The package {0} is not installed: {1}.', 'Chưa cài gói {0}: {1}.'],
  ['The OCR data {0} cannot be read ({1}): {2}.', 'Không đọc được dữ liệu OCR {0} ({1}): {2}.'],
  [
    'The OCR data {0} is not what vanban was tested with, or was altered: {1}.',
    'Dữ liệu OCR {0} không phải bản vanban đã thử, hoặc đã bị thay đổi: {1}.',
  ],
  ['reinstall vanban, without leaving out its dependencies', 'hãy cài lại vanban, đừng bỏ các gói phụ thuộc'],

  // The model, dictionaries and profiles.
  [
    'The model {0} cannot be read ({1}): reinstall vanban, or give the path of a model built with `vanban train`.',
    'Không đọc được mô hình {0} ({1}): hãy cài lại vanban, hoặc cho đường dẫn của mô hình tạo bằng `vanban train`.',
  ],
  [
    'These bytes are not a vanban model: the file does not begin with "vanbanLM". Check the path, or build one with `vanban train`.',
    'Đây không phải mô hình của vanban: tệp không bắt đầu bằng "vanbanLM". Hãy xem lại đường dẫn, hoặc tạo mô hình bằng `vanban train`.',
  ],
  [
    'The model file ends after {0} bytes, inside its header: copy it again.',
    'Tệp mô hình kết thúc sau {0} byte, ngay trong phần đầu: hãy sao chép lại.',
  ],
  [
    'The model file has {0} bytes, its header says {1}: it was not written or copied to its end.',
    'Tệp mô hình có {0} byte, phần đầu ghi {1}: tệp chưa được ghi hoặc sao chép hết.',
  ],
  [
    'The model file ends inside a section at byte {0}: its counts do not fit its length.',
    'Tệp mô hình kết thúc giữa chừng ở byte {0}: số đếm không khớp độ dài.',
  ],
  [
    'The model has format version {0}, this build reads {1}: rebuild it with `vanban train`, or install the vanban it was made for.',
    'Mô hình có định dạng phiên bản {0}, bản này đọc {1}: hãy tạo lại bằng `vanban train`, hoặc cài bản vanban tương ứng.',
  ],
  [
    'The byte order field of the model is {0}, not 1020304: the file is damaged or was converted for another machine, copy it again.',
    'Trường thứ tự byte của mô hình là {0}, không phải 1020304: tệp hỏng hoặc đã bị chuyển đổi cho máy khác, hãy sao chép lại.',
  ],
  [
    'The model is stored little-endian and this machine is big-endian: vanban does not run here.',
    'Mô hình lưu theo kiểu little-endian còn máy này là big-endian: vanban không chạy được ở đây.',
  ],
  [
    'The model has {0} rows of order {1}, order {2} points at {3}: its counts are damaged.',
    'Mô hình có {0} dòng bậc {1}, bậc {2} trỏ tới {3}: số đếm bị hỏng.',
  ],
  [
    'The checksum of the model is {0}, not {1} as its header says: the file is damaged, copy it again.',
    'Mã kiểm tra của mô hình là {0}, không phải {1} như phần đầu ghi: tệp hỏng, hãy sao chép lại.',
  ],
  ['The model claims order {0}: its header is damaged.', 'Mô hình ghi bậc {0}: phần đầu bị hỏng.'],
  [
    'The toneless keys of a model file must ascend: sort the words by their keys.',
    'Các khóa không dấu của tệp mô hình phải tăng dần: hãy xếp các từ theo khóa.',
  ],
  [
    'The model lists {0} words, of keys with {1}, its header says {2}: its header is damaged.',
    'Mô hình có {0} từ, các khóa có {1}, phần đầu ghi {2}: phần đầu bị hỏng.',
  ],
  [
    'The model has no channel profile "{0}": load it with its profiles, or choose another source.',
    'Mô hình không có hồ sơ OCR "{0}": hãy nạp cả hồ sơ, hoặc chọn --source khác.',
  ],
  [
    '{0} line {1} has the unknown kind "{2}": use one of {3}.',
    '{0} dòng {1} có loại "{2}" không biết: hãy dùng một trong {3}.',
  ],
  [
    '{0} line {1} has the weight "{2}": write a number from 0 to {3}, such as 2 or 0.5.',
    '{0} dòng {1} có trọng số "{2}": hãy ghi số từ 0 đến {3}, ví dụ 2 hoặc 0.5.',
  ],
  [
    '{0} line {1} has the unknown setting "{2}": "#!" takes kind=… and weight=….',
    '{0} dòng {1} có thiết đặt "{2}" không biết: "#!" nhận kind=… và weight=….',
  ],
  [
    '{0} line {1} holds characters that are no text: save the dictionary as UTF-8.',
    '{0} dòng {1} có ký tự không phải chữ: hãy lưu từ điển dạng UTF-8.',
  ],
  [
    '{0} line {1} is longer than {2} characters: is this a dictionary, one phrase a line?',
    '{0} dòng {1} dài hơn {2} ký tự: đây có phải từ điển, mỗi dòng một cụm từ?',
  ],
  [
    '{0} line {1} is one entry too many: split the dictionary, the limit is {2}.',
    '{0} dòng {1} vượt số mục cho phép: hãy tách từ điển, giới hạn là {2}.',
  ],
  [
    '{0} line {1} has no phrase before its first tab: write phrase<TAB>kind<TAB>weight.',
    '{0} dòng {1} không có cụm từ trước dấu tab đầu: hãy ghi cụm từ<TAB>loại<TAB>trọng số.',
  ],
  [
    '{0} line {1} has a phrase of {2} words: the longest allowed is {3}.',
    '{0} dòng {1} có cụm từ {2} chữ: dài nhất là {3}.',
  ],
  [
    '{0} line {1} has no letter or digit in its phrase "{2}".',
    '{0} dòng {1}: cụm từ "{2}" không có chữ cái hay chữ số nào.',
  ],
]
