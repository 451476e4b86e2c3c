// Words at which the name of an organisation ends because the sentence goes on, and verbs that titles begin with.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s*[,\n]\s*/u))

/**
 * Verbs a title begins with where no "về" stands before it: "Quyết định số … của Thủ tướng Chính phủ phê duyệt …".
 * Each is two syllables.
 */
export const TITLE_VERBS = words(`
  quy định, phê duyệt, ban hành, sửa đổi, bổ sung, hướng dẫn, công bố, công nhận, chấp thuận, thành lập, kiện toàn,
  thực hiện, triển khai, tổ chức, tăng cường, đẩy mạnh, nâng cao, cập nhật, ủy quyền, uỷ quyền, bãi bỏ, điều chỉnh,
  thay thế, tuyên truyền, quán triệt, phân công, phân cấp, phân quyền, phê chuẩn, thông qua, kết luận, đề nghị,
  kiểm tra, thanh tra, thông báo, xử phạt, thẩm định, báo cáo, giải thể, sáp nhập, sắp xếp, tiếp tục, bổ nhiệm,
  điều động, khen thưởng, tặng thưởng, thu hồi, giao đất, giao chỉ, giao nhiệm, giao kế, giao dự, đính chính,
  hợp nhất, đôn đốc, yêu cầu, chỉ đạo, góp ý, tham gia, trả lời, xin ý, lấy ý, hỗ trợ, cho phép, cho ý, quản lý,
  chấn chỉnh, xây dựng, bảo đảm, đảm bảo, hưởng ứng, phát động, cụ thể, phối hợp, giải quyết, xử lý, cấp phép, phát triển
`)

/** Single words that end the name of an issuer. */
export const NAME_ENDS = words(`
  về, việc, đã, được, đang, sẽ, có, là, để, nhằm, trong, tại, theo, trên, với, cho, hoặc, thì, do, khi, kèm, như, này, đó,
  nêu, ngày, gửi, giao, đối, vào, từ, nhưng, còn, cũng, mà, bởi, nay, số, qua, ký, bị, cùng, cụ, đến, nếu, phải, cần, không,
  năm, tháng, trước, sau, hiện, v, phù, liên, quyết, kế, chương, nên, cũng, chỉ
`)

/** Words in small letters that stand inside names of organisations, also behind a capital: Ủy ban nhân dân tỉnh. */
export const NAME_WORDS = words(`
  nhân, dân, tỉnh, thành, phố, thị, xã, trấn, huyện, quận, phường, khu, đặc, các, cấp, nước, trung, ương, địa, phương, đảng,
  khóa, ủy, uỷ, ban, thường, vụ, vực, kiểm, sát, tối, cao, trực, thuộc, chấp, hành, chính, phủ, đoàn, đại, biểu, quốc, hội,
  ngành, liên, bộ, đạo, cục, án, sở, phòng, đồng, hợp, tổng, tổ, thôn, bản
`)

/** Pairs of small letters within names of offices: Cục An ninh kinh tế, Ban Quản lý dự án. */
export const NAME_PAIRS = words(`
  kinh tế, kỹ thuật, công nghiệp, nghiệp vụ, hành chính, trật tự, xã hội, nội địa, đầu tư, dự án, xây dựng, giao thông, khu vực,
  phòng cháy, chữa cháy, môi trường, nhà nước, quốc gia, an toàn, vệ sinh, lao động, việc làm, thực phẩm, thuế, hải quan, công nghệ, năng lượng,
  tài chính, quản lý, nông thôn, nông nghiệp, thủy lợi, thuỷ lợi, chăn nuôi, thú y, bảo vệ, thực vật, lâm nghiệp, kiểm lâm, dạy nghề, giáo dục,
  y tế, văn hóa, văn hoá, thể thao, du lịch, bảo hiểm, tôn giáo, dân tộc, công an, quân sự, biên phòng, thanh niên, phụ nữ, nông dân, cựu chiến, chiến binh, việt nam, chuyên trách, chuyên ngành, chỉ huy, chỉ đạo
`)
