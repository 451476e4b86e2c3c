// The words units are named with, and the verbs behind which a task begins.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s*[,\n]\s*/u))

/** Words units begin with, that are of one syllable or may be followed by anything but {@link NO_UNITS}. */
export const HEADS = words(`
  bộ, sở, ban, cục, vụ, phòng, ubnd, hđnd, ubmttq, mttq, tand, vksnd, vp, vpub, bql, bhxh, tỉnh ủy, tỉnh uỷ, thành ủy,
  thành uỷ, huyện ủy, huyện uỷ, quận ủy, quận uỷ, thị ủy, thị uỷ, đảng ủy, đảng uỷ, xã ủy, đảng bộ, chi bộ, chi đoàn, chi cục, chi nhánh,
  ủy ban, uỷ ban, hội đồng, văn phòng, trung tâm, công an, công đoàn, công ty, tổng cục, tổng công, tổng liên, chính phủ,
  thủ tướng, phó thủ, thủ trưởng, chủ tịch, phó chủ, bộ trưởng, thứ trưởng, giám đốc, phó giám, chánh văn, chánh thanh,
  trưởng ban, trưởng phòng, trưởng thôn, bí thư, hiệu trưởng, thống đốc, tổng giám, tổng thanh, tổng kiểm, viện trưởng, chánh án, cục trưởng, vụ trưởng, đại học, viện, trường, học viện, bệnh viện, đài phát, đài truyền,
  đài tiếng, báo, liên đoàn, liên minh, liên hiệp, đoàn thanh, đoàn tncs, đoàn thể, đoàn kiểm, đoàn đại, tỉnh đoàn,
  thành đoàn, huyện đoàn, đoàn xã, đoàn phường, mặt trận, hiệp hội, tòa án, toà án, viện kiểm, thanh tra, kho bạc, bảo hiểm, ngân hàng,
  cơ quan, đơn vị, tổ chức, doanh nghiệp, địa phương, chính quyền, thường trực, ban thường, cấp ủy, cấp uỷ, hội nông,
  hội cựu, hội liên, hội chữ, hội phụ, hội người, hội khuyến, hội luật, hội nhà, hội lhpn, hội ccb, hội nd, cổng thông, bộ đội, quân đội, quân khu, quân sự,
  lực lượng, đội quản, đội thi, tổ công, tổ trưởng, tổ giúp, tổ dân, nhà trường, chủ đầu, nhà đầu, nhà thầu, hợp tác, htx, hạt kiểm, trạm y,
  thôn, bưu điện, bưu chính, điện lực, hải quan, thuế, kiểm toán, quỹ, thông tấn, nhà xuất, tập đoàn, xã, phường, thành viên, các thành, trưởng các, đồn biên, vườn quốc, cụm công
`)

/** What `các`, `những`, `toàn thể` may be followed by to name units. */
export const PLURALS = words(`
  sở, ban, ngành, phòng, bộ, cục, vụ, cơ, đơn, địa, tổ, đoàn, doanh, thành, xã, phường, huyện, quận, tỉnh, thôn, trường, hội,
  cấp, chủ, nhà, cá, ủy, uỷ, đồng, hộ, trung, chi, công, htx, hợp, cơ, lực, ubnd, thủ, đảng, viện, bệnh, khu, cụm, báo, đài,
  ngân, tập, hiệp, liên, tòa, khoa, đội, trạm, bản, khối, đặc, văn, giám, bí, ông, thầy, bếp, phó, hđnd, chính
`)

/** `các …` that are no units though the syllable may begin one: các cơ chế, các thành tựu. */
export const NO_PLURALS = words(`
  cơ chế, cơ sở dữ, cơ hội, cơ cấu, tổ hợp, thành tựu, thành phần, thành tích, thành quả, địa điểm, địa bàn, địa chỉ, đoàn công, chủ trương, chủ đề,
  chủ thể, công tác, công việc, công trình, công nghệ, công cụ, công văn, công điện, công đoạn, hội nghị, hội thảo, hội thi, cấp độ,
  đơn giá, đơn thư, đồng bào, hợp đồng, hợp phần, liên kết, văn bản, chính sách, trường hợp, bản tin, báo cáo, khoản thu, khoản chi, khoa học, khu vực, khối lượng,
  đội hình, cục bộ, hộ chiếu, đặc điểm, đặc thù, đặc trưng, ban hành, bộ phận, bộ luật, bộ tiêu, bộ chỉ, bộ thủ, phòng ngừa, giám sát, quận lỵ, hiệp định, tập quán, tập thể lãnh, tỉnh lộ
`)

/** Beginnings that only look like {@link HEADS}. */
export const NO_UNITS = words(`
  bộ luật, bộ phận, bộ thủ, bộ tiêu, bộ chỉ số, bộ máy, bộ câu, bộ dữ, bộ nhận, bộ tài liệu, bộ quy tắc, bộ đề, bộ sách, sở hữu, sở dĩ, sở thích, ban hành, ban đầu,
  ban đêm, ban ngày, vụ việc, vụ án, vụ đông, vụ mùa, vụ xuân, phòng ngừa, phòng chống, phòng cháy, phòng bệnh, phòng trừ, phòng thủ,
  phòng tránh, phòng vệ, phòng dịch, báo cáo, báo chí, báo động, trường hợp, viện trợ, viện dẫn, viện phí, tổ chức thực, tổ chức triển,
  tổ chức hội, tổ chức các, tổ chức tuyên, tổ chức kiểm, tổ chức tập, tổ chức sơ, tổ chức tổng, tổ chức rà, tổ chức quán, tổ chức cho,
  tổ chức lấy, tổ chức công, tổ chức thi, tổ chức phát, tổ chức lễ, tổ chức sự, tổ chức vận, tổ chức bộ, tổ chức sản, tổ chức đào, tổ chức và,
  hội đồng ý, thuế suất, thuế giá, thuế thu, thuế xuất, thuế nhập, thuế giá trị, thuế tiêu, quỹ đất, quỹ đạo, quỹ lương, bảo hiểm thất, bảo hiểm xã hội bắt, điện lực quốc, xã hội, xã luận, thôn xóm,
  báo cho, báo tin, trường học thông, địa phương hóa, cục bộ, cục diện, thanh tra việc, kiểm toán báo, thành viên của, phường hội, thực hiện
`)

/** Verbs and turns of two syllables that a unit's name is followed by. */
export const ACTIONS = words(`
  chủ trì, phối hợp, chỉ đạo, thực hiện, triển khai, tổ chức, tăng cường, khẩn trương, tiếp tục, chủ động, rà soát, kiểm tra, giám sát,
  có ý, hướng dẫn, xây dựng, tham mưu, đề xuất, nghiên cứu, báo cáo, tổng hợp, theo dõi, đôn đốc, bố trí, cân đối, cung cấp, phổ biến,
  tuyên truyền, vận động, quán triệt, đẩy mạnh, nâng cao, đảm bảo, bảo đảm, lãnh đạo, tìm kiếm, thu thập, tiếp nhận, xử lý, giải quyết,
  thẩm định, phê duyệt, ban hành, căn cứ, có trách, chịu trách, phát huy, tập trung, thường xuyên, kịp thời, định kỳ, hằng năm, hàng năm,
  hằng tháng, hàng tháng, hằng quý, hàng quý, hằng tuần, hàng tuần, quản lý, sử dụng, khai thác, xem xét, quyết định, thông báo,
  phân công, tham gia, hỗ trợ, tạo điều, đăng tải, tiếp cận, giới thiệu, lựa chọn, sắp xếp, kiện toàn, định hướng, phát hiện, ngăn chặn,
  đấu tranh, tuần tra, tiếp thu, hoàn thiện, hoàn thành, kết thúc, lồng ghép, thúc đẩy, phát triển, khuyến khích, cập nhật, công khai,
  niêm yết, thống kê, đánh giá, tổng kết, sơ kết, khen thưởng, bồi dưỡng, đào tạo, tập huấn, mở rộng, duy trì, vận hành, kết nối, chia sẻ,
  tích hợp, thanh toán, chi trả, giải ngân, di dời, đề nghị, kiến nghị, yêu cầu, chấp hành, tuân thủ, nghiêm túc, tích cực, chú trọng,
  quan tâm, ưu tiên, đa dạng, đổi mới, cải cách, tháo gỡ, làm rõ, làm tốt, làm việc, làm đầu, nắm tình, nắm bắt, bám sát, kiểm soát, cảnh báo,
  ứng phó, khắc phục, phòng ngừa, tham dự, chuẩn bị, kê khai, đăng ký, thành lập, phục vụ, phản ánh, phản biện, xác định, xác nhận,
  điều chỉnh, bổ sung, hợp tác, liên hệ, trao đổi, trên cơ, trong việc, trong công, trong quá, trong thời, trong đó, trong phạm, trong lĩnh, trong tháng, trong năm, trong quý, theo chức, theo quy,
  theo thẩm, theo nhiệm, theo phạm, theo dõi, theo kế, theo nội, theo tinh, theo đúng, theo hướng, theo lĩnh, theo phân, theo điều, theo khoản, theo nghị, theo quyết, tùy theo, với chức, đối với, bằng các, thông qua, nhằm thực, biên soạn, biểu dương, phát động,
  hưởng ứng, nhân rộng, vận dụng, ứng dụng, thiết kế, sản xuất, thí điểm, chuyển đổi, thực thi, thi hành, ra quân, phân bổ, lập kế, lập dự, lập danh, lập hồ, giao nhiệm, giao cho, giao các, giao phòng, giao đơn,
  mời các, gửi báo, gửi kết, gửi văn, gửi về, gửi hồ, cử cán, cử công, cử người, đưa vào, đưa nội, đưa tin, ký kết, ký hợp, rút kinh, điều tra, điều hành, truy quét, hoạch định, đầu tư, đề ra, tư vấn, thu hút, thu hồi, bàn giao, thông tin, truyền thông,
  nhanh chóng, sớm hoàn, sớm triển, sớm ban, sớm có, cùng với, kết hợp, thường kỳ, hàng ngày, hằng ngày, quyết liệt, đồng thời, trực tiếp, sẵn sàng, huy động, quy định, tính toán, khảo sát, đo đạc, thẩm tra, công bố, phân tích, dự báo,
  kết quả, tình hình, số liệu, dự thảo, phương án, danh mục, danh sách, hồ sơ, tiến độ, kế hoạch, chính sách, giao kế, giao dự, giao chỉ, mở lớp, mở các, những nội, các nội, bằng văn,
  chăm lo, bảo vệ, giữ vững, giữ gìn, củng cố, cụ thể, phân loại, giải trình, giải thích, chuyển giao, tiến hành, ghi nhận, xét duyệt, cấp phép, cấp giấy, phân cấp, giúp việc
`)

/** Single words that a unit's name is followed by. */
export const ACTION_WORDS = words(`
  để, nhằm, trình, lập, gửi, phải, cần, sẽ, không, tự, nộp, khi, nếu, là, được, đã, đang, giúp, mời, chưa, vẫn, bị, có trách nhiệm, về, quy, tiến, căn, từ, do, sau, trước, xong, này, chịu, nêu, cũng, nhất, cho, đưa, theo, hoặc
`)

/** Modifiers of units that would be verbs elsewhere: cơ quan quản lý, đơn vị sử dụng, các doanh nghiệp sản xuất. */
export const NOUN_VERBS = words(`
  quản lý, sử dụng, truyền thông, sản xuất, đầu tư, phát triển, thông tin, nghiên cứu, thẩm định, tham mưu, giám sát, hướng dẫn, cung cấp, giúp việc, hỗ trợ, tư vấn, khai thác, thi hành, tiếp nhận, đào tạo, điều tra, kiểm tra, kiểm soát, xây dựng, chủ trì, bảo vệ, đánh giá
`)

/** Those of {@link ACTION_WORDS} that tell what is, was or why, not what to do. */
export const STATEMENTS = words(`
  để, nhằm, không, khi, nếu, là, được, đã, đang, chưa, vẫn, bị, về, từ, do, sau, trước, xong, này, nêu, cũng, nhất, cho, quy, tiến, kết, tình, số, dự, hồ, danh, hoặc
`)
