internal import CLibYAML
internal import Diagnostics

extension YAMLComposer {
  /// Puts a scalar on the tape.
  mutating func addScalar(_ event: UnsafePointer<yaml_event_t>) throws(Problems) {
    let scalar = event.pointee.data.scalar
    var start = event.pointee.start_mark.location
    var end = event.pointee.end_mark.location
    var form = Entry.Form(scalar.style)
    if form == .literal || form == .folded {
      (start, end) = cursor.block(from: start, to: end)
    } else if scalar.anchor != nil || scalar.tag != nil {
      start = cursor.start(behindPropertiesAt: start, before: end)
    }
    if scalar.length == 0, event.pointee.start_mark.column == 0, form == .plain, scalar.anchor == nil {
      // No `:` or `-` is before it: libyaml has put a missing value where the next token begins.
      (start, end) = (builder.lastEnd, builder.lastEnd)
      hasLooseValue = true
    }
    if let tag = scalar.tag {
      check(tag, at: event.pointee.start_mark.location, accepted: .str)
      // `!!str 12` says what quotes would say.
      if form == .plain { form = .doubleQuoted }
    }
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    if builder.expectsKey { builder.notePrint(of: text) }
    let offset = builder.tape.arena.count
    builder.tape.arena.append(contentsOf: text)
    if let anchor = scalar.anchor { _ = try declare(anchor, at: start, isOpen: false) }
    try builder.addScalar(form, from: start, to: end, offset: offset, length: text.count, isInSource: false)
  }
}

extension Entry.Form {
  init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}
