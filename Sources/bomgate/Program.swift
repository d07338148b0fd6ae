/// Where the program begins: the rules are being read while the arguments are.
@main
enum Program {
  static func main() {
    BuiltInEngine.begin()
    Bomgate.main()
  }
}
