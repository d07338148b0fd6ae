import Testing

@testable import Inventory

/// What is a serial number, and what stands where one would stand.
struct SerialNumberTests {
  @Test(arguments: [
    "", "  ", "0", "00000000", "0000-0000", "--", "....", "Not Specified", "To Be Filled By O.E.M.",
    "To be filled by O.E.M. 1", "0123456789", "1234567890", "123456789", "System Serial Number", "Default string",
    "Default string 1", "NULL", "null", "N/A", "None", "Unknown", "UNKNOWN 1", "<OUT OF SPEC>", "[Empty]", "NO DIMM",
    "A1_SerNum0", "SerNum00", "Chassis Serial Number", "Type2 - Board Serial Number", "Base Board Serial Number 1",
    "xxxx1", "XXXXXXXX", "****1234", "redacted:3XYZ", "FFFFFFFF", "11:11:11:11", "111111",
    "000206A7-0000-0000-0000-0000",
    "0005-0654-0000-0000-0000-0000", "1", "12", "999", "12345", "A-1", "SN见箱体123", "待补充2024", "SERIAL", "Standard",
    "0x00000000", String(repeating: "A1", count: 51),
  ])
  func `what is none says nothing`(text: String) {
    #expect(SerialNumber.meaning(of: text) == nil)
  }

  @Test(arguments: [
    ("2102312RGH10L6000123", "2102312RGH10L6000123"), ("  S4EVNF0M903512 ", "S4EVNF0M903512"), ("39D1C34B", "39D1C34B"),
    ("VMware-56 4d  6c 1a", "VMware-56 4d 6c 1a"), (".7R2WN2.CNWS3.", ".7R2WN2.CNWS3."), ("WX41", "WX41"),
    ("219801", "219801"), ("00000001", "00000001"), ("3c:ec:ef:01:02:03", "3c:ec:ef:01:02:03"), ("E0-11", "E0-11"),
    (String(repeating: "A1", count: 50), String(repeating: "A1", count: 50)),
  ])
  func `a number is kept as it is written`(text: String, number: String) {
    #expect(SerialNumber.meaning(of: text) == number)
  }
}
