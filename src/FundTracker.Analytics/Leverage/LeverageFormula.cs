namespace FundTracker.Analytics.Leverage;

/// <summary>The five leverage formulas of domain.md, section 4. They are never mixed.</summary>
public enum LeverageFormula
{
    /// <summary>社会资本 / 财政资金, paid-in. Example: Anhui 782.32 / 144.68 = 5.41x.</summary>
    SocialToFiscal = 1,

    /// <summary>Total commitments of the sub-funds / the mother fund's own commitments to them. Example: Hefei city 1546 / 247 = 6.26x.</summary>
    TotalToMotherCommitted = 2,

    /// <summary>Total paid-in of the sub-funds / the mother fund's own paid-in to them. Quanzhou's indicator.</summary>
    TotalToMotherPaidIn = 3,

    /// <summary>社会资本 / total, paid-in; a share. Bands of the 2025 national evaluation.</summary>
    SocialShare = 4,

    /// <summary>Round money raised by companies / the mother fund's look-through money in those rounds.</summary>
    LookThrough = 5,
}

/// <summary>Whether promised or paid money is counted.</summary>
public enum LeverageBasis
{
    /// <summary>认缴.</summary>
    Committed = 1,

    /// <summary>实缴.</summary>
    PaidIn = 2,
}

/// <summary>At which layer of the fund structure money is counted.</summary>
public enum LeverageLayer
{
    /// <summary>Investors of the sub-funds; money that arrives through a fund is split by that fund's own investors.</summary>
    SubFundInvestors = 1,

    /// <summary>Sub-funds against the mother fund.</summary>
    SubFunds = 2,

    /// <summary>Companies' financing rounds.</summary>
    Companies = 3,
}

/// <summary>What a formula counts.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Basis">Promised or paid.</param>
/// <param name="Layer">Where it is counted.</param>
/// <param name="IsShare">Whether it prints as a percentage instead of a multiple.</param>
public sealed record LeverageDefinition(LeverageFormula Formula, LeverageBasis Basis, LeverageLayer Layer, bool IsShare)
{
    /// <summary>How it is rounded when printed: two decimals, half away from zero. The value itself is not rounded.</summary>
    public const string Rounding = "halfAwayFromZero2";

    /// <summary>All five, in the order in which they stand side by side.</summary>
    public static IReadOnlyList<LeverageDefinition> All { get; } =
    [
        new(LeverageFormula.SocialToFiscal, LeverageBasis.PaidIn, LeverageLayer.SubFundInvestors, IsShare: false),
        new(LeverageFormula.TotalToMotherCommitted, LeverageBasis.Committed, LeverageLayer.SubFunds, IsShare: false),
        new(LeverageFormula.TotalToMotherPaidIn, LeverageBasis.PaidIn, LeverageLayer.SubFunds, IsShare: false),
        new(LeverageFormula.SocialShare, LeverageBasis.PaidIn, LeverageLayer.SubFundInvestors, IsShare: true),
        new(LeverageFormula.LookThrough, LeverageBasis.PaidIn, LeverageLayer.Companies, IsShare: false),
    ];
}
