extension Bench {
  static let vocabulary = """
    facts:
      pue: {title: PUE, unit: ratio}
      renewable_share: {title: renewable share, unit: ratio}
      investment: {title: investment, unit: CNY}
      received: {title: received, unit: CNY}
      fee: {title: fee, unit: CNY}
      racks: {title: racks, unit: rack}
      load: {title: load, unit: "%"}
      hub: {title: hub, type: boolean}
      audited: {title: audited, type: boolean}
      grade: {title: grade, type: text}
      start: {title: start, type: date}
      end: {title: end, type: date}
    specs:
      fp16_tflops: {title: FP16, unit: TFLOPS}
      power: {title: power, unit: W}
      cooling_type: {title: cooling, type: text}
      ecc: {title: ECC, type: boolean}
    """

  static let regions = """
    regions:
      "110000": {zh: 北京, en: Beijing, iso: CN-BJ}
      "640000": {zh: 宁夏, en: Ningxia, iso: CN-NX}
      "640500": {zh: 中卫, en: Zhongwei}
      "640100": {zh: 银川, en: Yinchuan}
      US: {zh: 美国, en: United States}
    """

  static let definitions = """
    definitions:
      domestic: {vendor_country: CN}
      compute: {kind: [cpu, accelerator]}
    """

  static let catalog = """
    vendors:
      north: {names: [Northwind], country: CN}
      south: {names: [Southgate], country: US}
      east: {names: [Eastlake], country: DE}
      commons: {names: [Commonsfolk]}
    components:
      nova:
        kind: accelerator
        vendor: north
        model: Nova Prime
        isa: nova
        specs: {fp16_tflops: 4, ecc: true}
        sources: [s]
      sirius:
        kind: accelerator
        vendor: south
        model: Sirius Max
        isa: star
        specs: {fp16_tflops: {at_least: 2, at_most: 6}, ecc: false}
        sources: [s]
      plain: {kind: accelerator, vendor: east, model: Plainboard, sources: [s]}
      gemini-north:
        kind: accelerator
        vendor: north
        model: Gemini North
        aliases: [Gemini]
        isa: twin
        specs: {fp16_tflops: 3, cooling_type: air}
        sources: [s]
      gemini-south:
        kind: accelerator
        vendor: south
        model: Gemini South
        aliases: [Gemini]
        isa: twin
        specs: {fp16_tflops: 5, cooling_type: air}
        sources: [s]
      pollux-south:
        kind: accelerator
        vendor: south
        model: Pollux One
        aliases: [Pollux]
        specs: {cooling_type: air}
        sources: [s]
      pollux-east:
        kind: accelerator
        vendor: east
        model: Pollux Two
        aliases: [Pollux]
        specs: {cooling_type: water}
        sources: [s]
      kernel: {kind: cpu, vendor: north, model: Kernelchip, specs: {fp16_tflops: 1, cooling_type: air}, sources: [s]}
      elbe: {kind: cpu, vendor: east, model: Elbechip, specs: {power: 200}, sources: [s]}
      openroot: {kind: os, vendor: commons, model: Openroot, sources: [s]}
      northroot: {kind: os, vendor: north, model: Northroot, sources: [s]}
      tower: {kind: server, vendor: north, model: Towerbox, contains: [{component: kernel, quantity: 2}], sources: [s]}
      crate:
        kind: server
        model: Cratebox
        contains: [{component: elbe, quantity: {at_least: 1, at_most: 4}}, {component: kernel, quantity: unknown}]
        sources: [s]
      hollow: {kind: server, vendor: south, model: Hollowbox, sources: [s]}
      draft-card: {kind: accelerator, vendor: north, model: Draftcard, verified: false}
    bounds:
      accelerator: {fp16_tflops: {at_most: 8, source: s}}
    lists:
      approved:
        title: approved
        complete: false
        absent: {not: {vendor_country: CN}}
        source: s
        entries:
          - {component: kernel, level: I, published: 2024-05-20, valid_until: 2027-05-19}
          - {component: northroot, level: II, published: 2024-05-20}
          - {component: nova, published: 2022-01-01, valid_until: 2024-12-31}
          - {component: gemini-north, level: I, published: 2024-01-01}
      closed:
        title: closed
        complete: true
        source: s
        entries:
          - {component: sirius, published: 2023-01-01}
          - {component: gemini-north, level: A, published: 2023-01-01}
          - {component: gemini-south, level: A, published: 2023-01-01}
          - {component: pollux-south, published: 2023-01-01}
    """
}
