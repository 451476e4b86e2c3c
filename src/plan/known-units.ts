// Names of bodies that their words do not tell: with verbs, commas or "về" inside, or heads of their own.
import { NameList } from './name-list.ts'
import { type Word, wordAt } from './words.ts'

const NAMES = `
Cơ quan Cảnh sát điều tra|Cơ quan An ninh điều tra|Ban bầu cử|Ban giám hiệu|Ban giám đốc|Tổ bầu cử
Ban Chính sách, chiến lược Trung ương|Ban Chỉ huy Phòng thủ dân sự
Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn|Ban Chỉ đạo Thi hành án dân sự
Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số
Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực|Ban Chỉ đạo chuyển đổi số
Ban Chỉ đạo các chương trình mục tiêu quốc gia|Ban Chỉ đạo cải cách hành chính
Ban Chỉ đạo cải cách hành chính của Chính phủ
Ban Chỉ đạo của Chính phủ về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và Đề án 06
Ban Chỉ đạo phòng, chống tội phạm|Ban Chỉ đạo quốc gia về phòng, chống thiên tai
Ban Giám sát đầu tư của cộng đồng|Ban Quản lý các khu công nghiệp và chế xuất
Ban Quản lý dự án đầu tư xây dựng|Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp
Ban Quản lý dự án đầu tư xây dựng công trình giao thông|Ban Quản lý dự án đầu tư xây dựng khu vực
Ban cán sự đảng|Ban cán sự đảng Ủy ban nhân dân|Ban công tác Mặt trận|Ban kiểm soát
Báo và phát thanh, truyền hình|Bảo hiểm xã hội cơ sở|Bảo tàng|Bệnh viện Y học cổ truyền
Bộ Bưu chính, Viễn thông|Bộ Giao thông vận tải|Bộ Ngoại giao|Bộ phận Một cửa
Bộ phận Tiếp nhận và Trả kết quả|Chi cục Dân số|Chi cục Dân số - Kế hoạch hóa gia đình
Chi cục Quản lý chất lượng nông lâm sản và thủy sản|Chi cục Quản lý thị trường|Chi cục Quản lý đất đai
Chi cục Thi hành án dân sự|Chi nhánh Văn phòng Đăng ký đất đai|Chi ủy|Công đoàn cơ sở|Cảnh sát biển Việt Nam
Cổng Dịch vụ công quốc gia|Cổng Thông tin điện tử|Cổng Thông tin điện tử Chính phủ|Cục An toàn thông tin
Cục Biến đổi khí hậu|Cục Bản quyền tác giả|Cục Bổ trợ tư pháp|Cục Chuyển đổi số quốc gia
Cục Công nghệ thông tin|Cục Hàng không Việt Nam|Cục Hành chính tư pháp
Cục Kinh tế hợp tác và Phát triển nông thôn|Cục Kiểm soát thủ tục hành chính
Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính|Cục Nghệ thuật biểu diễn|Cục Người có công
Cục Nhà giáo và Cán bộ quản lý giáo dục|Cục Phát thanh, truyền hình và thông tin điện tử
Cục Phát triển đô thị|Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý|Cục Quản lý Khám, chữa bệnh
Cục Quản lý Thi hành án dân sự|Cục Quản lý Y, Dược cổ truyền|Cục Quản lý chất lượng|Cục Quản lý công sản
Cục Quản lý giá|Cục Quản lý lao động ngoài nước|Cục Quản lý nhà và thị trường bất động sản
Cục Quản lý tài nguyên nước|Cục Quản lý và Phát triển thị trường trong nước
Cục Quản lý và Xây dựng công trình thủy lợi|Cục Quản lý đê điều và Phòng, chống thiên tai
Cục Quản lý đất đai|Cục Quản lý đấu thầu|Cục Sở hữu trí tuệ|Cục Thi hành án dân sự|Cục Thông tin cơ sở
Cục Thông tin cơ sở và Thông tin đối ngoại|Cục Thương mại điện tử và Kinh tế số|Cục Tần số vô tuyến điện
Cục Văn hóa cơ sở, Gia đình và Thư viện|Cục Xuất nhập khẩu|Cục Xúc tiến thương mại|Cục Y tế dự phòng
Cục Đo đạc, Bản đồ và Thông tin địa lý Việt Nam|Cục Đăng ký giao dịch bảo đảm và Bồi thường nhà nước
Cục Đầu tư nước ngoài|Hạt Quản lý đường bộ|Học viện Hành chính và Quản trị công
Hội Bảo trợ người khuyết tật và trẻ mồ côi|Hội Chữ thập đỏ|Hội Chữ thập đỏ Việt Nam
Hội Cựu thanh niên xung phong|Hội Doanh nhân trẻ|Hội Làm vườn|Hội Người cao tuổi
Hội Nạn nhân chất độc da cam/dioxin|Hội Sinh viên Việt Nam|Hội Sinh vật cảnh|Hội Văn học nghệ thuật
Hội Đông y|Hội đồng Quốc gia Giáo dục và Phát triển nhân lực|Hội đồng bầu cử quốc gia
Hội đồng bồi thường, hỗ trợ và tái định cư|Hội đồng kỷ luật|Hội đồng phối hợp phổ biến, giáo dục pháp luật
Hội đồng quản trị|Hội đồng thành viên|Hội đồng thẩm định|Hội đồng trường|Hội đồng tuyển dụng|Hội đồng tư vấn
Hội đồng xét xử|Liên hiệp các tổ chức hữu nghị
Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao
Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ|Phòng Cảnh sát quản lý hành chính về trật tự xã hội
Phòng Quản lý xuất nhập cảnh|Phòng Quản lý đô thị|Phòng Tài chính - Kế hoạch|Quân chủng Hải quân
Quân chủng Phòng không - Không quân|Quân ủy Trung ương|Quốc hội|Quỹ Phòng, chống thiên tai
Quỹ Vì người nghèo|Quỹ Đầu tư phát triển|Sở Bưu chính, Viễn thông|Sở Giao thông vận tải|Thư viện
Trung tâm Chuyển đổi số|Trung tâm Cung ứng dịch vụ công|Trung tâm Cung ứng dịch vụ sự nghiệp công
Trung tâm Công nghệ thông tin|Trung tâm Công nghệ thông tin và Truyền thông|Trung tâm Cấp cứu 115
Trung tâm Dịch vụ sự nghiệp công|Trung tâm Dịch vụ tổng hợp
Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên|Trung tâm Giáo dục thường xuyên
Trung tâm Học tập cộng đồng|Trung tâm Kiểm soát bệnh tật|Trung tâm Lưu trữ lịch sử
Trung tâm Phát triển quỹ đất|Trung tâm Phục vụ hành chính công|Trung tâm Quan trắc tài nguyên và môi trường
Trung tâm Sát hạch lái xe|Trung tâm Trợ giúp pháp lý nhà nước|Trung tâm Văn hóa nghệ thuật
Trung tâm Xúc tiến thương mại|Trung tâm Xúc tiến đầu tư|Trung tâm Y tế dự phòng
Trung tâm Điều hành thông minh|Trung tâm Đổi mới sáng tạo|Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh
Trường Phổ thông dân tộc nội trú|Trường Trung học cơ sở|Trường Trung học phổ thông|Tạp chí Cộng sản
Tổ Biên tập|Tổ Công tác triển khai Đề án 06|Tổ bảo vệ an ninh, trật tự ở cơ sở|Tổ công nghệ số cộng đồng
Tổ giúp việc|Tổ hòa giải|Tổ thẩm định|Tổ đại biểu Hội đồng nhân dân|Tổng công ty Bưu điện Việt Nam
Tổng cục Giáo dục nghề nghiệp|Tổng cục Quản lý thị trường|Tổng cục Quản lý đất đai
Tổng cục Thi hành án dân sự|Viễn thông|Văn phòng Hội đồng nhân dân và Ủy ban nhân dân
Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân|Văn phòng Đăng ký đất đai
Văn phòng điều phối nông thôn mới|Vụ Hợp tác quốc tế|Vụ Tổ chức cán bộ|Đảng Cộng sản Việt Nam|Đảng đoàn
Đảng đoàn Hội đồng nhân dân|Đảng ủy Khối các cơ quan Trung ương|Đảng ủy Khối các cơ quan và doanh nghiệp
Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương|Đảng ủy các cơ quan Đảng
Đảng ủy các cơ quan Đảng Trung ương|Đảng ủy cơ sở|Đội Thiếu niên Tiền phong Hồ Chí Minh
Ủy ban Quản lý vốn nhà nước tại doanh nghiệp|Ủy ban Quốc gia vì sự tiến bộ của phụ nữ Việt Nam
Ủy ban Quốc gia về chuyển đổi số|Ủy ban Quốc gia ứng phó sự cố, thiên tai và tìm kiếm cứu nạn
Ủy ban Tài chính, Ngân sách|Ủy ban Văn hóa, Giáo dục|Ủy ban bầu cử
`

const LIST = new NameList(() => NAMES.trim().split(/[|\n]/u))
const LAST_WORD = /[\p{L}\p{M}\d]+$/u

/** The last word of a listed name that begins with a word; null when none does. */
export function lastOfKnown(text: string, first: Word): Word | null {
  const end = LIST.endFrom(text, first.start, first.lower)
  if (end < 0) return null
  const length = LAST_WORD.exec(text.slice(first.start, end))?.[0].length ?? 0
  return length === 0 ? null : wordAt(text, end - length)
}
