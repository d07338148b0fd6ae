import Diagnostics
import Documents
import Evaluation
import Inventory
import Policy
import Quantities
import Testing

@testable import Reports

/// How results look as rows.
struct RowTests {
  private func row(
    _ id: String? = "b1", source: String = "boms.csv", line: Int? = 2, _ fault: Diagnostic? = nil
  ) throws -> ResultRow {
    let book = try CardBook.book("at_least: 70%")
    var bill = CardBook.bill([CardBook.card(6, .domestic), CardBook.card(1, nil), CardBook.card(4, .foreign)])
    bill.project.id = id
    let assessment = try report(bill, book).assessment
    return ResultRow(
      source: source, line: line, id: id, result: fault.map { .failure(Problems($0)) } ?? .success(assessment))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func policies() throws -> [Policy] { try CardBook.book("at_least: 70%").policies }

  @Test func `the standard columns are those of the bill, of each policy, of the money, the findings and the errors`()
    throws
  {
    let columns = ResultColumns(try policies(), .en)
    #expect(
      columns.names == [
        "bom_id", "source", "line", "as_of", "verdict", "cards.applies", "cards.verdict", "cards/share.verdict",
        "cards/share.low", "cards/share.high", "grants_total.low", "grants_total.high", "findings.warning",
        "findings.note", "error", "error.at", "error.message",
      ])
    #expect(text(CSVRows(columns).header) == columns.names.joined(separator: ",") + "\n")
    let cells = text(CSVRows(columns).bytes([try row()]))
    #expect(
      cells == "b1,boms.csv,2,2024-10-04,fail,yes,fail,fail,6/11,7/11,0.00,0.00,0,0,,,\n")
  }

  @Test func `a bill that could not be judged is a row with the code, the place and the message`() throws {
    let span = SourceSpan(
      file: SourceFile(name: "boms.csv", bytes: []),
      range: Diagnostics.SourceLocation(line: 7, column: 3)..<Diagnostics.SourceLocation(line: 7, column: 4))
    let fault = Diagnostic(.error, "bad-quantity", Localized(zh: "数量不对", en: "no quantity, or \"none\""), at: span)
    let rows = [try row("b2", fault), try row(nil, line: nil, Diagnostic(.error, "no-such-file", Localized("x")))]
    #expect(
      text(CSVRows(ResultColumns(try policies(), .en)).bytes(rows)) == """
        b2,boms.csv,2,,,,,,,,,,,,bad-quantity,boms.csv:7:3,"no quantity, or ""none\"""
        ,boms.csv,,,,,,,,,,,,,no-such-file,boms.csv,x

        """)
    #expect(text(CSVRows(ResultColumns(try policies(), .zh)).bytes(rows)).contains("boms.csv:7:3,数量不对\n"))
    let lines = text(JSONRows(ResultColumns(try policies(), .en)).bytes(rows)).split(separator: "\n")
    #expect(
      lines[0] == #"{"schema":"bomgate.row/1","bom_id":"b2","source":"boms.csv","line":2,"as_of":null,"verdict":null,"#
        + #""error":{"code":"bad-quantity","at":"boms.csv:7:3","message":{"zh":"数量不对","en":"no quantity, or \"none\""},"count":1}}"#
    )
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("  =1", "'  =1"), ("＝1", "'＝1"),
    ("\t=1", "'\t=1"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\"\"", "\"\"\"\"\"\""), ("a\nb", "\"a\nb\""),
    ("a=b", "a=b"),
    ("\r=", "\"'\r=\""), ("清单-1", "清单-1"), ("'x", "'x"), ("", ""),
  ])
  func `a text of somebody else is quoted and never a formula`(id: String, cell: String) throws {
    let columns = try ResultColumns(policies(), .en, chosen: ["bom_id", "verdict"])
    #expect(text(CSVRows(columns).bytes([try row(id)])) == cell + ",fail\n")
  }

  @Test func `columns are chosen, named, and their words replaced`() throws {
    let columns = try ResultColumns(
      policies(), .en,
      chosen: [
        "bom_id", "local=cards/share:fail=no:pass=yes", "rate=cards/share.high", "cap=cards.verdict:pass=1:*=0",
        "cards/requirements/share.value", "cards/share.force", "name", "region", "findings.warning",
      ])
    #expect(
      columns.names == [
        "bom_id", "local", "rate", "cap", "cards/requirements/share.value", "cards/share.force", "name", "region",
        "findings.warning",
      ])
    let cells = text(CSVRows(columns).bytes([try row()]))
    #expect(cells == "b1,no,7/11,0,0.7,mandatory,,,0\n")
    let line = text(JSONRows(columns).bytes([try row()]))
    #expect(
      line == #"{"bom_id":"b1","local":"no","rate":"7/11","cap":"0","cards/requirements/share.value":"0.7","#
        + #""cards/share.force":"mandatory","name":null,"region":null,"findings.warning":"0"}"# + "\n")
    // Words replace words, and not what is not there.
    #expect(text(CSVRows(columns).bytes([try row("b", Diagnostic(.error, "e", Localized("x")))])) == "b,,,,,,,,\n")
  }

  @Test(arguments: [
    ("bom_i", "unknown-column", "did you mean `bom_id`?"),
    ("cards/shar.low", "unknown-column", "did you mean `cards/share.low`?"),
    ("x=cards/share:fail", "bad-column", "such as `local=bench/local:undetermined=unknown`"),
    ("x=", "unknown-column", nil), ("", "unknown-column", nil),
  ])
  func `what is no column is an error with the nearest`(text: String, code: String, help: String?) throws {
    do {
      _ = try ResultColumns(policies(), .en, chosen: ["bom_id", text])
      Issue.record("no error")
    } catch {
      let first = (error as? Problems)?.sorted.first
      #expect(first?.code == code)
      #expect(first?.help?.en == help)
    }
  }
}
