/// The words over the columns of procurement sheets, as `HeaderText` leaves them, and what the columns hold.
enum HeaderWords {
  /// A word's meaning. Where two columns mean the same, the one of the higher rank is what is offered.
  struct Meaning: Sendable {
    var field: TableField
    var rank: Int
  }

  /// What a word means; nil where it is none of them.
  static func meaning(of word: String) -> Meaning? { table[word] }

  /// The words of a field, in order, for messages.
  static func words(of fields: [TableField]) -> [String] {
    fields.flatMap { field in rows.first { $0.field == field && $0.rank == 2 }?.words.prefix(3) ?? [] }
  }

  private static let table: [String: Meaning] = Dictionary(
    rows.flatMap { row in row.words.map { ($0, Meaning(field: row.field, rank: row.rank)) } },
    uniquingKeysWith: { first, _ in first })

  private struct Row: Sendable {
    var field: TableField
    var rank: Int
    var words: [String]
    init(_ field: TableField, _ words: [String], rank: Int = 2) {
      self.field = field
      self.rank = rank
      self.words = words
    }
  }

  private static let rows: [Row] = [
    Row(
      .number, ["序号", "编号", "项号", "行号", "项目序号", "品目号", "no.", "no", "item", "itemno", "itemno.", "line", "lineno", "#"]),
    Row(
      .lot,
      ["包号", "标包", "标段", "分包号", "采购包", "包", "标段号", "标包号", "包件", "包件号", "分包", "标项", "lot", "package"]),
    Row(.lot, ["分包名称", "标段名称", "标包名称"], rank: 1),
    Row(
      .name,
      [
        "货物名称", "设备名称", "产品名称", "标的名称", "物资名称", "材料名称", "名称", "品名", "商品名称", "采购标的", "货物", "设备", "产品", "标的", "物料名称",
        "软件名称", "name", "itemname", "productname", "product",
      ]),
    Row(.name, ["分项名称", "分包内容", "服务名称", "采购内容", "description", "itemdescription"], rank: 1),
    Row(.name, ["投标产品名称", "投标产品", "所投产品"], rank: 3),
    Row(.category, ["类别", "类型", "品目", "分类", "品类", "设备类型", "产品类别", "产品类型", "设备类别", "kind", "category", "type"]),
    Row(.chip, ["芯片", "cpu", "处理器", "cpu品牌", "芯片品牌", "芯片型号", "cpu型号"]),
    Row(.brand, ["投标品牌", "所投品牌", "响应品牌"], rank: 3),
    Row(.brand, ["品牌", "厂牌", "商标", "brand", "make"]),
    Row(.brand, ["推荐品牌", "参考品牌"], rank: 0),
    Row(
      .maker,
      [
        "制造商", "制造商名称", "生产厂家", "生产厂商", "生产商", "厂商", "厂家", "原厂", "品牌厂商", "制造厂商", "制造厂家", "生产企业", "manufacturer",
        "vendor",
        "mfr", "maker",
      ]),
    Row(.model, ["投标型号", "所投型号", "响应型号"], rank: 3),
    Row(
      .model,
      [
        "型号", "规格型号", "型号规格", "规格/型号", "型号/规格", "货物型号", "产品型号", "设备型号", "型号及规格", "规格及型号", "model", "modelno",
        "modelnumber",
      ]),
    Row(.model, ["料号", "物料编码", "产品编码", "p/n", "pn", "partnumber", "partno", "mpn", "sku"], rank: 1),
    Row(
      .serial,
      [
        "序列号", "产品序列号", "设备序列号", "主机序列号", "整机序列号", "机器序列号", "sn号", "sn码", "出厂编号", "出厂序列号", "sn", "s/n",
        "serialnumber", "serial_number", "serialno", "serialno.", "serial", "serials", "serialnumbers",
      ]),
    Row(.version, ["版本", "版本号", "软件版本", "version"]),
    Row(.brandModel, ["品牌型号", "品牌/型号", "品牌及型号", "品牌、型号", "品牌和型号", "品牌规格型号", "品牌、规格型号", "厂商型号"]),
    Row(
      .spec,
      [
        "规格", "技术参数", "技术规格", "配置", "配置说明", "参数", "技术要求", "主要参数", "投标规格", "技术需求简要描述", "技术要求/服务要求", "服务要求", "要求", "招标规格",
        "详细配置", "配置参数", "主要配置", "技术指标", "规格参数", "规格描述", "单价、数量及规格型号", "spec", "specs", "specification",
        "specifications",
        "configuration",
      ]),
    Row(
      .madeIn,
      [
        "产地", "原产地", "原产国", "原产国/地区", "国别", "制造地", "货物原产地", "产地/国别", "原产地/国别", "产地国别", "生产地",
        "countryoforigin", "coo", "madein", "made_in",
      ]),
    Row(.originOrPlace, ["origin"]),
    Row(
      .vendorCountry,
      ["厂商国别", "品牌国别", "厂商所属国", "品牌所属国", "厂商所属国家", "品牌所属国家", "品牌国家", "vendorcountry", "vendor_country", "brandcountry"]),
    Row(.origin, ["是否国产", "是否国产化", "国产化", "是否国产产品", "domestic", "localized"]),
    Row(.imported, ["是否进口", "进口", "是否进口产品", "是否为进口产品", "imported", "import"]),
    Row(.madeHere, ["国产/进口", "进口/国产", "国产或进口", "进口或国产", "国产进口", "进口国产"]),
    Row(.trusted, ["是否信创", "信创", "是否信创产品"]),
    Row(.unit, ["单位", "计量单位", "unit", "uom"]),
    Row(.quantity, ["投标数量", "响应数量"], rank: 3),
    Row(.quantity, ["数量", "台数", "采购数量", "需求数量", "qty", "quantity", "count"]),
    Row(.quantity, ["预估数量", "预计数量", "招标数量"], rank: 0),
    Row(.unitPrice, ["投标单价", "成交单价", "中标单价"], rank: 3),
    Row(.unitPrice, ["单价", "综合单价", "总单价", "报价单价", "unitprice", "price", "unit_price"]),
    Row(.unitPrice, ["固定单价", "控制单价", "最高限价", "单价限价", "最高单价"], rank: 0),
    Row(.total, ["投标总价", "成交金额", "中标金额", "总成交额", "成交总价", "中标总价"], rank: 3),
    Row(
      .total,
      [
        "合价", "总价", "小计", "合计", "金额", "分项总价", "投标报价", "总金额", "合计金额", "价税合计", "总计", "amount", "total", "subtotal",
        "linetotal",
        "totalprice",
      ]),
    Row(.tax, ["税率", "税额", "税率/征收率", "tax", "taxrate"]),
    Row(
      .supplier,
      [
        "供应商", "中标供应商", "成交供应商", "投标人", "供应商名称", "成交供应商名称", "中标供应商名称", "中标人", "中标厂商", "成交人", "投标单位", "supplier",
        "bidder", "seller",
      ]),
    Row(.parent, ["所属设备", "上级序号", "父项", "父项序号", "上级编号", "parent"]),
    Row(.group, ["所属系统", "所属子系统", "系统", "子系统"]),
    Row(.option, ["是否选配", "选配", "是否可选", "可选", "是否备件", "option", "optional"]),
    Row(.outcome, ["结果", "采购结果", "中标结果", "评审结果", "成交结果", "result", "outcome"]),
    Row(.remark, ["备注", "说明", "其他要求", "其它要求", "remark", "remarks", "note", "notes", "comment"]),
    Row(.deviation, ["偏离", "偏离情况", "偏离说明", "响应偏离", "deviation"]),
    Row(.bom, ["清单编号", "bom_id", "bomid", "bom", "bom编号", "清单号"]),
    Row(.project, ["项目名称", "项目", "project", "projectname", "project_name"]),
    Row(.region, ["地区", "所在地区", "项目地区", "区域", "region"]),
    Row(.facility, ["设施", "设施类型", "机房类型", "facility"]),
    Row(.buyer, ["采购人", "采购人类型", "采购单位类型", "buyer"]),
    Row(.date, ["日期", "采购日期", "date", "procurementdate"]),
    Row(.year, ["采购年度", "采购年份", "year"]),
    Row(
      .ignore,
      [
        "参考图片", "图片", "交货期", "交付期", "质保", "质保期", "地址", "联系地址", "交货地点", "统一社会信用代码", "评审日期", "评审得分", "预算", "预算金额", "税前价",
        "中标人数", "招标文件条目号", "条款号",
      ]),
  ]
}
