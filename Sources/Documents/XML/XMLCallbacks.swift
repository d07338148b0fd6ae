internal import CLibXML2

extension xmlSAXHandler {
  /// The callbacks of a parser whose user data is an `XMLState`. Those that are not there do nothing; none of them is
  /// libxml2's own, which would build a tree, look entities up and print errors.
  static var events: xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = XML_SAX2_MAGIC
    callbacks.startElementNs = { data, name, _, namespace, _, _, count, _, attributes in
      guard let state = state(data), let name, let context = state.pointee.context else { return }
      // Each open namespace takes two places, its prefix and its name.
      state.pointee.open(
        XMLTag(name: name, namespace: namespace, count: Int(count), attributes: attributes, context: context),
        namespaces: Int(context.pointee.nsNr) / 2)
    }
    callbacks.endElementNs = { data, name, _, _ in
      guard let state = state(data), let name, let context = state.pointee.context else { return }
      state.pointee.close(XMLEnd(name: name, context: context))
    }
    callbacks.characters = { data, start, count in
      state(data)?.pointee.text(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.cdataBlock = callbacks.characters
    callbacks.internalSubset = { data, _, _, _ in state(data)?.pointee.refuseDocumentType() }
    callbacks.serror = { data, error in
      guard let error, let state = state(data) else { return }
      state.pointee.fault(error.pointee)
    }
    return callbacks
  }
}

private func state(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLState>? {
  data?.assumingMemoryBound(to: XMLState.self)
}
