import Diagnostics
import Documents
import Testing

struct KeyTests {
  /// Below and above the number of keys at which another way of comparing begins.
  @Test(arguments: [2, 16, 17, 500], ["a.yaml", "a.json"])
  func `a key given twice is found among any number`(count: Int, name: String) {
    let keys = (0..<count).map { "\"schlüssel-of-some-length-\($0)\": \($0)" }
    #expect(codes(in: "{\(keys.joined(separator: ", "))}", name: name) == [])
    let again = keys + [keys[count / 2], keys[0]]
    #expect(codes(in: "{\(again.joined(separator: ", "))}", name: name) == ["duplicate-key", "duplicate-key"])
  }

  @Test func `keys of different mappings do not meet`() {
    #expect(codes(in: "a: {a: {a: 1}, b: 1}\nb: [{a: 1}, {a: 1}]\nc: {b: 1}\n") == [])
  }

  @Test(arguments: [
    ("abcdefghijklmnopqrstuvwxyz", "abcdefgh0000000000stuvwxyz"), ("a", "ab"), ("ab", "ba"), ("\\u0000", ""),
    ("12345678", "123456789"), ("a", "A"), ("é", "e\u{301}"),
  ])
  func `keys that are alike are not equal`(left: String, right: String) throws {
    let root = try document("{\"\(left)\": 1, \"\(right)\": 2}", name: "a.json").root
    #expect(root.entries.map(\.value.text) == ["1", "2"])
  }

  @Test func `an escape does not make another key`() {
    #expect(codes(in: #"{"a": 1, "\u0061": 2}"#) == ["duplicate-key"])
    #expect(codes(in: #"{"a": 1, "\u0061": 2}"#, name: "a.json") == ["duplicate-key"])
  }

  @Test func `a long key is quoted in part`() {
    let key = String(repeating: "很长", count: 200)
    let found = problems(in: "{\"\(key)\": 1, \"\(key)\": 2}", name: "a.json").sorted
    #expect(found.map(\.message.en) == ["the key `\(key.prefix(60))…` is given twice"])
  }

  @Test func `a value is found by its key`() throws {
    let root = try document("a: 1\nb: &b {c: 2}\nd: *b\n'': 3\n").root
    #expect(root["a"]?.text == "1")
    #expect(root["b"]?["c"]?.text == "2")
    #expect(root["d"]?["c"]?.text == "2")
    #expect(root[""]?.text == "3")
    #expect(root["c"] == nil)
    #expect(root["a"]?["b"] == nil)
  }
}
