public import Quantities

/// A product of the catalogue, to which lines resolve; an object, because many lines share it.
public final class Component: Sendable {
  /// Its identifier, such as `acc-ascend-910b3`.
  public let id: String
  /// What it is.
  public let kind: Kind
  /// The vendor's identifier; nil for a generic part.
  public let vendor: String?
  /// The product name.
  public let model: String
  /// Other spellings; one that several components share is ambiguous, on purpose.
  public let aliases: [String]
  /// The instruction set or architecture.
  public let isa: String?
  /// Properties of one unit.
  public let specs: [String: SpecValue]
  /// What one unit contains; nil where the source does not say.
  public let parts: [Part]?
  /// Whether a page was seen that shows it; one that is not only suggests.
  public let isVerified: Bool
  private let details: Deferred<Details>

  init(
    id: String, kind: Kind, vendor: String?, model: String, aliases: [String], isa: String?,
    specs: [String: SpecValue], parts: [Part]?, isVerified: Bool, details: Deferred<Details>
  ) {
    self.id = id
    self.kind = kind
    self.vendor = vendor
    self.model = model
    self.aliases = aliases
    self.isa = isa
    self.specs = specs
    self.parts = parts
    self.isVerified = isVerified
    self.details = details
  }

  /// The extended resources of Kubernetes that count it, such as `huawei.com/Ascend910B3`.
  public var resources: [String] { details.value.resources }
  /// Its numbers on the PCI bus; it may go by several, and several components may share them.
  public var pci: [PCIIdentifier] { details.value.pci }
  /// How the entry is to be read.
  public var note: String? { details.value.note }
  /// Where it was found.
  public var sources: [String] { details.value.sources }

  /// What judging a bill by names does not ask for.
  struct Details: Sendable {
    var resources: [String] = []
    var pci: [PCIIdentifier] = []
    var note: String?
    var sources: [String] = []
  }

  /// Something inside a component.
  public struct Part: Sendable {
    /// A component of the catalogue; nil where only kind, vendor and model are known.
    public let component: String?
    /// What it is.
    public let kind: Kind
    /// The vendor, as written.
    public let vendor: String?
    /// The model, as written.
    public let model: String?
    /// How many a unit has.
    public let quantity: Interval
  }
}
