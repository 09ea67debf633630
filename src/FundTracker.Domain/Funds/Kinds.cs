namespace FundTracker.Domain.Funds;

/// <summary>出资人类别 kind of an investor.</summary>
public enum InvestorKind : byte
{
    /// <summary>财政 public budget; see <see cref="FiscalLevel"/>.</summary>
    Fiscal = 1,

    /// <summary>国资 state-owned enterprise.</summary>
    StateOwned = 2,

    /// <summary>社会资本 social capital.</summary>
    SocialCapital = 3,

    /// <summary>金融机构 financial institution.</summary>
    Financial = 4,

    /// <summary>管理人 the fund's manager.</summary>
    Manager = 5,
}

/// <summary>Level of a public budget.</summary>
public enum FiscalLevel : byte
{
    /// <summary>区县 district or county.</summary>
    District = 1,

    /// <summary>市 city.</summary>
    City = 2,

    /// <summary>省 province.</summary>
    Province = 3,

    /// <summary>中央 central.</summary>
    Central = 4,
}

/// <summary>组织形式 legal form of a fund.</summary>
public enum LegalForm : byte
{
    /// <summary>公司制 company.</summary>
    Company = 1,

    /// <summary>合伙制 partnership.</summary>
    Partnership = 2,

    /// <summary>契约制 contract.</summary>
    Contract = 3,
}

/// <summary>基金类别 class of a fund (Anhui guidance fund); its leverage target depends on it.</summary>
public enum FundClass : byte
{
    /// <summary>主题 theme.</summary>
    Theme = 1,

    /// <summary>功能 function.</summary>
    Function = 2,

    /// <summary>天使 angel.</summary>
    Angel = 3,
}

/// <summary>Stage at which a fund invests.</summary>
public enum FundStage : byte
{
    /// <summary>种子 seed.</summary>
    Seed = 1,

    /// <summary>天使 angel.</summary>
    Angel = 2,

    /// <summary>科创 science and technology.</summary>
    ScienceTechnology = 3,

    /// <summary>产业 industry.</summary>
    Industry = 4,
}

/// <summary>Where a fund stands in its own life.</summary>
public enum FundStatus : byte
{
    /// <summary>拟设 planned, not set up.</summary>
    Pipeline = 1,

    /// <summary>存续 in operation.</summary>
    Active = 2,

    /// <summary>清算 in liquidation.</summary>
    Liquidating = 3,

    /// <summary>已清算 liquidated.</summary>
    Liquidated = 4,
}
