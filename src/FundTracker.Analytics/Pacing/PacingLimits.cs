namespace FundTracker.Analytics.Pacing;

/// <summary>What a forecast can be asked for; lower ends are 0, and 1 for quarters.</summary>
public static class PacingLimits
{
    /// <summary>Greatest factor on the speed of calls.</summary>
    public const decimal CallSpeedMax = 3;

    /// <summary>Greatest part of the value lost at once.</summary>
    public const decimal NavShockMax = 1;

    /// <summary>Most years by which distributions come later.</summary>
    public const decimal ExitDelayYearsMax = 10;

    /// <summary>Most quarters looked ahead.</summary>
    public const int QuartersMax = 40;

    /// <summary>Quarters looked ahead where nothing else is said.</summary>
    public const int QuartersUsual = 12;

    /// <summary>Greatest reserve, cost or new commitment, major units.</summary>
    public const decimal AmountMax = 1_000_000_000_000m;
}
