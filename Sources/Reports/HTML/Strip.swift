/// A horizontal bar as SVG: what is sure filled, what is possible hatched, and where something holds it against a value,
/// a line there. All lengths are shares of its width, so that it fits every page.
///
/// `Strip.hatching` stands once in the document.
struct Strip {
  /// Into how many parts the width is divided: few enough that each is seen.
  static let cells = 400

  /// The cells of what is sure, and of that with what is possible.
  var sure: Int
  var possible: Int

  /// The value that it is held against.
  struct Target {
    var cell: Int
    var label: String
  }
  var target: Target?

  /// The pattern of what is possible.
  static let hatching: StaticString = """
    <svg class="hatching" width="0" height="0" aria-hidden="true"><pattern id="hatch" width="6" height="6" \
    patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="track" width="6" height="6"></rect>\
    <rect class="stripe" width="3" height="6"></rect></pattern></svg>

    """

  /// What a bar is made of.
  enum Sample: String, CaseIterable {
    case sure, possible, target
  }

  /// A sample, to be explained beside it.
  static func write(_ sample: Sample, to page: inout Markup) {
    page.inline("svg", ["class": "swatch", "width": "20", "height": "12", "aria-hidden": "true"]) { page in
      if sample == .target {
        page.element("line", ["class": sample.rawValue, "x1": "10", "y1": "0", "x2": "10", "y2": "12"], "")
      } else {
        page.element("rect", ["class": sample.rawValue, "width": "20", "height": "12"], "")
      }
    }
  }

  /// Draws it; what it shows is said in words beside it.
  func write(to page: inout Markup) {
    let top = target == nil ? 2 : 18
    let height = target == nil ? 12 : 20
    page.inline(
      "svg", ["class": "bar", "width": "100%", "height": "\(target == nil ? 16 : 42)", "aria-hidden": "true"]
    ) { page in
      func rectangle(_ name: String, _ from: Int, _ until: Int, to page: inout Markup) {
        guard until > from else { return }
        page.element(
          "rect",
          [
            "class": name, "x": Self.share(from), "y": "\(top)", "width": Self.share(until - from),
            "height": "\(height)",
          ], "")
      }
      rectangle("track", 0, Self.cells, to: &page)
      rectangle("sure", 0, sure, to: &page)
      rectangle("possible", sure, possible, to: &page)
      if let target { write(target, to: &page) }
    }
  }

  private func write(_ target: Target, to page: inout Markup) {
    let place = Self.share(target.cell)
    for name in ["halo", "target"] {
      page.element("line", ["class": name, "x1": place, "y1": "15", "x2": place, "y2": "41"], "")
    }
    // Near an end of the bar the words stand beside the line, lest they leave the page.
    let anchor = target.cell * 4 < Self.cells ? "start" : target.cell * 4 > Self.cells * 3 ? "end" : "middle"
    page.element("text", ["x": place, "y": "11", "text-anchor": anchor], target.label)
  }

  private static func share(_ cell: Int) -> String {
    let hundredths = cell * 10_000 / cells
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? "\(whole)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
