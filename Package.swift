// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "bomgate",
  products: [
    .executable(name: "bomgate", targets: ["bomgate"]),
    .executable(name: "bomgate-audit", targets: ["bomgate-audit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
    .target(name: "CICU"),
    .target(name: "CMasks"),
    .target(name: "CThreads"),
    .target(name: "Diagnostics", dependencies: ["CThreads"]),
    .target(name: "Quantities"),
    .target(
      name: "Documents", dependencies: ["CICU", "CMasks", "CLibYAML", "CLibXML2", "CZlib", "Diagnostics"],
      // What libxml2 itself needs: a fully static program has no shared libxml2 that would bring it.
      linkerSettings: ["xml2", "icuuc", "icudata", "lzma", "z", "m", "stdc++"].map { .linkedLibrary($0) }),
    .target(name: "Inventory", dependencies: ["CMasks", "Diagnostics", "Quantities", "Documents"]),
    .target(name: "Policy", dependencies: ["Diagnostics", "Quantities", "Documents", "Inventory"]),
    .target(name: "Evaluation", dependencies: ["Diagnostics", "Quantities", "Inventory", "Policy"]),
    .executableTarget(name: "RuleCompiler", dependencies: ["Diagnostics", "Documents"]),
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["RuleCompiler"], path: "Sources/EmbedRules"),
    .target(
      name: "Engine",
      dependencies: [
        "CLZ4", "CThreads", "Diagnostics", "Quantities", "Documents", "Inventory", "Policy", "Evaluation",
        .product(name: "Crypto", package: "swift-crypto"),
      ], plugins: ["EmbedRules"]),
    .target(name: "Reports", dependencies: ["Diagnostics", "Quantities", "Inventory", "Policy", "Evaluation"]),
    .executableTarget(
      name: "bomgate",
      dependencies: [
        "Diagnostics", "Quantities", "Inventory", "Policy", "Evaluation", "Reports", "Engine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // Bills are many small objects on many threads: this allocator costs half of what the system's does.
      linkerSettings: [.linkedLibrary("jemalloc")]),
    .target(
      name: "Audit",
      dependencies: [
        "Diagnostics",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // A program of its own, because GRDB brings Foundation, which every start of `bomgate` would pay for.
    .executableTarget(
      name: "bomgate-audit",
      dependencies: [
        "Audit", "Diagnostics", "Quantities", "Inventory", "Policy", "Evaluation", "Reports", "Engine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      linkerSettings: [.linkedLibrary("jemalloc")]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "Seeds"]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Diagnostics", "Seeds", "CZlib"]),
    .testTarget(
      name: "PolicyTests", dependencies: ["Diagnostics", "Quantities", "Documents", "Inventory", "Policy"]),
    .testTarget(
      name: "EvaluationTests",
      dependencies: ["Diagnostics", "Quantities", "Documents", "Inventory", "Policy", "Evaluation", "Seeds"]),
    .testTarget(
      name: "InventoryTests",
      dependencies: ["CMasks", "Diagnostics", "Quantities", "Documents", "Inventory", "Policy", "Engine", "Seeds"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "EngineTests",
      dependencies: [
        "Engine", "Diagnostics", "Documents", "Inventory", "Policy", "Evaluation", "Quantities", "Fuzz", "Seeds",
      ]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Engine", "Reports", "Diagnostics", "Documents", "Quantities", "Inventory", "Policy", "Evaluation",
      ],
      exclude: ["Fixtures"]),
    .target(name: "Seeds", path: "Tests/Seeds"),
    .target(
      name: "Fuzz",
      dependencies: [
        "Diagnostics", "Quantities", "Documents", "Inventory", "Policy", "Evaluation", "Reports", "Engine",
      ],
      path: "Tests/Fuzz", exclude: ["README.md", "corpus", "found", "run"]),
    // How fast tables are read; no product.
    .executableTarget(
      name: "ReaderSpeed", dependencies: ["Diagnostics", "Documents", "Inventory", "Policy"], path: "Tests/Speed"),
    .target(name: "Transcripts", path: "Tests/Transcripts"),
    .testTarget(name: "CommandLineTests", dependencies: ["Seeds", "Transcripts"], exclude: ["Fixtures"]),
    .testTarget(
      name: "AuditTests",
      dependencies: ["Audit", "Transcripts", "Seeds", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "ExampleTests", dependencies: ["Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)

// One list of settings for all that is compiled.
for target in package.targets where ![.system, .plugin].contains(target.type) {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    // Tests run with these checks; what is shipped need not pay for them in every loop.
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
    // A generic type is asked for with what the compiler knows of it: by its name alone, each start would search all
    // conformances of the program for it. Packages from elsewhere can be told so by the command line alone (README).
    .unsafeFlags(
      ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
  ]
}
