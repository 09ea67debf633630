namespace FundTracker.Domain.Funds;

/// <summary>What distributions that may be called again do to ratios; houses differ.</summary>
public enum RecallablePolicy
{
    /// <summary>Counted as distributed, and as paid in once recalled (GIPS 2020): the default.</summary>
    Counted,

    /// <summary>Taken off both paid-in and distributed, as if the money had never moved.</summary>
    Netted,
}

/// <summary>What money paid in outside the commitment (fees on top of it) does to ratios; houses differ.</summary>
public enum OutsideCommitmentPolicy
{
    /// <summary>Counted as paid in by all ratios: the default.</summary>
    Counted,

    /// <summary>Counted by DPI, RVPI and TVPI, not by PIC.</summary>
    NotInPic,

    /// <summary>Counted by no ratio.</summary>
    Excluded,
}

/// <summary>Which event gives a fund its vintage year where none is stated (GIPS 2020 allows both).</summary>
public enum VintageConvention
{
    /// <summary>The first capital call that was paid: the default.</summary>
    FirstCall,

    /// <summary>The first closing, when an investor was first bound.</summary>
    FirstClosing,
}
