namespace FundTracker.Domain.Carriers;

/// <summary>What a carrier is.</summary>
public enum CarrierKind : byte
{
    /// <summary>片区 an area or science city that holds others.</summary>
    Area = 1,

    /// <summary>园区 park.</summary>
    Park = 2,

    /// <summary>驿站 station for projects that have just begun.</summary>
    Station = 3,

    /// <summary>算力中心 computing centre.</summary>
    ComputingCentre = 4,
}

/// <summary>How far a carrier has come; in this order.</summary>
public enum CarrierStatus : byte
{
    /// <summary>规划 planned.</summary>
    Planned = 1,

    /// <summary>签约 signed.</summary>
    Signed = 2,

    /// <summary>在建 being built.</summary>
    Building = 3,

    /// <summary>运营 live.</summary>
    Live = 4,
}

/// <summary>What comes into a carrier.</summary>
public enum TenantKind : byte
{
    /// <summary>企业 enterprise.</summary>
    Enterprise = 1,

    /// <summary>项目 project, before there is a company.</summary>
    Project = 2,

    /// <summary>机构 institute or platform.</summary>
    Institute = 3,
}

/// <summary>How far a tenant has come; in this order.</summary>
public enum TenancyStage : byte
{
    /// <summary>签约 signed.</summary>
    Signed = 1,

    /// <summary>落户 settled: it sits there.</summary>
    Settled = 2,

    /// <summary>投产 producing.</summary>
    Producing = 3,

    /// <summary>迁出 has left.</summary>
    Left = 4,
}
