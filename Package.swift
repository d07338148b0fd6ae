// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "bomgate",
  targets: [
    .target(name: "Diagnostics"),
    .target(name: "Quantities"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"]),
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
