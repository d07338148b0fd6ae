/// What a component can be, by the words of the format.
enum CycloneDXType: String, CaseIterable {
  case application, framework, library, container, platform, device, firmware, file, data, material
  case operatingSystem = "operating-system"
  case deviceDriver = "device-driver"
  case machineLearningModel = "machine-learning-model"
  case cryptographicAsset = "cryptographic-asset"
  case choice = "component-choice"

  /// Whether one buys it as a position of its own: what software is made of, files and raw materials are not.
  var isProduct: Bool {
    switch self {
    case .application, .platform, .device, .firmware, .operatingSystem, .choice: true
    case .framework, .library, .container, .file, .data, .material, .deviceDriver, .machineLearningModel,
      .cryptographicAsset:
      false
    }
  }

  /// Whether its version belongs to its name: that of a system or a database does, that of a chip is a revision.
  var isSoftware: Bool {
    switch self {
    case .device, .material, .choice: false
    default: true
    }
  }
}
