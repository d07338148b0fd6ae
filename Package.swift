// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "bomgate",
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Diagnostics"),
    .target(name: "Quantities"),
    .target(name: "Documents", dependencies: ["CLibYAML", "Diagnostics"]),
    .target(name: "Inventory", dependencies: ["Diagnostics", "Quantities", "Documents"]),
    .target(name: "Policy", dependencies: ["Diagnostics", "Quantities", "Documents", "Inventory"]),
    .target(name: "Evaluation", dependencies: ["Diagnostics", "Quantities", "Inventory", "Policy"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Diagnostics"]),
  ],
  swiftLanguageModes: [.v6]
)

// One list of settings for every Swift target; the C targets take none of them.
for target in package.targets where ![.system, .plugin].contains(target.type) && !target.name.hasPrefix("C") {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ]
}
