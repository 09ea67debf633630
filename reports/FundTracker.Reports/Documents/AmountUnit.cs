namespace FundTracker.Reports.Documents;

/// <summary>Unit in which a report prints its amounts; a choice of display, always named.</summary>
public enum AmountUnit
{
    /// <summary>元 major units of the currency.</summary>
    Yuan = 1,

    /// <summary>万元 ten thousands.</summary>
    TenThousand = 2,

    /// <summary>亿元 hundred millions.</summary>
    HundredMillion = 3,
}
