namespace FundTracker.Web.Components;

/// <summary>Unit in which amounts are shown; a choice of display only.</summary>
public enum AmountUnit
{
    /// <summary>元 major units.</summary>
    Yuan = 1,

    /// <summary>万元 ten thousands.</summary>
    TenThousand = 2,

    /// <summary>亿元 hundred millions.</summary>
    HundredMillion = 3,
}
