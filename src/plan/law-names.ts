// Names of laws that are hard to see the end of: with commas, with "và", of words in small letters.
import { NameList } from './name-list.ts'

/** In small letters. General knowledge of the statute book. */
const NAMES = `
an ninh mạng|an ninh quốc gia|an toàn thông tin mạng|an toàn thực phẩm|an toàn, vệ sinh lao động|bảo hiểm xã hội|bảo hiểm y tế
bảo hiểm tiền gửi|bảo vệ bí mật nhà nước|bảo vệ môi trường|bảo vệ quyền lợi người tiêu dùng|bảo vệ và kiểm dịch thực vật
bảo vệ dữ liệu cá nhân|bảo vệ, chăm sóc và giáo dục trẻ em|bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân
biên phòng việt nam|bình đẳng giới|cán bộ, công chức|các công cụ chuyển nhượng|các tổ chức tín dụng|căn cước công dân|căn cước
cạnh tranh|chăn nuôi|chất lượng sản phẩm, hàng hóa|chất lượng sản phẩm, hàng hoá|chính quyền địa phương|chứng khoán
chuyển giao công nghệ|công an nhân dân|công chứng|công đoàn|công nghệ cao|công nghệ thông tin|công nghiệp công nghệ số
công nghiệp quốc phòng, an ninh và động viên công nghiệp|cư trú|cảnh sát biển việt nam|cảnh vệ|dân chủ ở cơ sở
dân quân tự vệ|dân số|dầu khí|di sản văn hóa|di sản văn hoá|doanh nghiệp|du lịch|dược|dữ liệu|đa dạng sinh học|đầu tư công|đầu tư
đấu giá tài sản|đấu thầu|đất đai|đê điều|địa chất và khoáng sản|điện ảnh|điện lực|đo đạc và bản đồ|đo lường|đường bộ|đường sắt
đường thủy nội địa|giá|giám định tư pháp|giao dịch điện tử|giao thông đường bộ|giáo dục đại học|giáo dục nghề nghiệp|giáo dục
giáo dục quốc phòng và an ninh|hải quan|hàng không dân dụng việt nam|hóa chất|hoá chất|hòa giải ở cơ sở|hoà giải ở cơ sở
hoạt động giám sát của quốc hội và hội đồng nhân dân|hôn nhân và gia đình|hộ tịch|hợp tác xã|hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác
khám bệnh, chữa bệnh|khí tượng thủy văn|khiếu nại|khoáng sản|khoa học, công nghệ và đổi mới sáng tạo|khoa học và công nghệ|kế toán
kiểm toán độc lập|kiểm toán nhà nước|kiến trúc|kinh doanh bảo hiểm|kinh doanh bất động sản|lâm nghiệp|lao động|luật sư|lưu trữ|lý lịch tư pháp
mặt trận tổ quốc việt nam|năng lượng nguyên tử|ngân hàng nhà nước việt nam|ngân sách nhà nước|người cao tuổi|người khuyết tật
người lao động việt nam đi làm việc ở nước ngoài theo hợp đồng|nghĩa vụ quân sự|nhà giáo|nhà ở|nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại việt nam
nuôi con nuôi|phá sản|phòng cháy, chữa cháy và cứu nạn, cứu hộ|phòng cháy và chữa cháy|phòng, chống bạo lực gia đình|phòng, chống khủng bố
phòng, chống ma túy|phòng, chống ma tuý|phòng, chống mua bán người|phòng, chống rửa tiền|phòng, chống tác hại của rượu, bia
phòng, chống tác hại của thuốc lá|phòng, chống tham nhũng|phòng, chống thiên tai|phòng, chống bệnh truyền nhiễm|phòng bệnh|phòng thủ dân sự
phổ biến, giáo dục pháp luật|quản lý ngoại thương|quản lý nợ công|quản lý thuế|quản lý, sử dụng tài sản công
quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ|quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp
quảng cáo|quốc phòng|quốc tịch việt nam|quy hoạch đô thị và nông thôn|quy hoạch đô thị|quy hoạch|sĩ quan quân đội nhân dân việt nam|sở hữu trí tuệ
sử dụng năng lượng tiết kiệm và hiệu quả|tài nguyên nước|tài nguyên, môi trường biển và hải đảo|tần số vô tuyến điện|thanh niên|thanh tra|thể dục, thể thao
thi hành án dân sự|thi hành án hình sự|thi hành tạm giữ, tạm giam|thi đua, khen thưởng|thống kê|thú y|thủ đô|thủy lợi|thuỷ lợi|thủy sản|thuỷ sản
thuế bảo vệ môi trường|thuế giá trị gia tăng|thuế sử dụng đất phi nông nghiệp|thuế tài nguyên|thuế thu nhập cá nhân|thuế thu nhập doanh nghiệp
thuế tiêu thụ đặc biệt|thuế xuất khẩu, thuế nhập khẩu|thực hành tiết kiệm, chống lãng phí|ưu đãi người có công với cách mạng|ưu đãi người có công|phí và lệ phí|phí, lệ phí|phòng không nhân dân|hàng không dân dụng|đầu tư theo phương thức đối tác công tư|hỗ trợ doanh nghiệp nhỏ và vừa|trọng tài thương mại|tương trợ tư pháp về dân sự|tương trợ tư pháp về hình sự|cơ yếu|tình trạng khẩn cấp|an toàn thông tin|nhà giáo|thực hiện dân chủ ở cơ sở|thương mại|tiêu chuẩn và quy chuẩn kỹ thuật
tiếp cận thông tin|tiếp công dân|tín ngưỡng, tôn giáo|tố cáo|tố tụng hành chính|tố tụng dân sự|tố tụng hình sự|tổ chức chính phủ|tổ chức chính quyền địa phương|tổ chức quốc hội
tổ chức tòa án nhân dân|tổ chức viện kiểm sát nhân dân|trách nhiệm bồi thường của nhà nước|trật tự, an toàn giao thông đường bộ|trẻ em
trồng trọt|trợ giúp pháp lý|trưng cầu ý dân|trưng mua, trưng dụng tài sản|tương trợ tư pháp|viên chức|việc làm|viễn thông|xây dựng|xuất bản
xuất cảnh, nhập cảnh của công dân việt nam|xử lý vi phạm hành chính|ban hành văn bản quy phạm pháp luật|báo chí|bảo hiểm|bưu chính|dân sự|hình sự|hàng hải việt nam
`

const LIST = new NameList(() => NAMES.trim().split(/[|\n]/u))

/**
 * Reads a listed name at an offset, in any case and over line breaks.
 *
 * @returns the offset behind it, -1 when none stands there
 */
export function lawNameEnd(text: string, at: number): number {
  return LIST.endAt(text, at)
}
