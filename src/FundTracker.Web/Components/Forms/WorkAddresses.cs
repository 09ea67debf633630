using FundTracker.Domain.Values;

namespace FundTracker.Web.Components.Forms;

/// <summary>WorkAddresses of the pages on which work is recorded and approved.</summary>
public static class WorkAddresses
{
    /// <summary>What waits for somebody.</summary>
    public const string Approvals = "/approvals";

    /// <summary>Capital calls.</summary>
    public const string Calls = "/calls";

    /// <summary>A voucher; <paramref name="isNew"/> where it was recorded just now.</summary>
    public static string OfVoucher(VoucherId voucher, bool isNew = false) => $"/vouchers/{voucher}{(isNew ? "?recorded=true" : "")}";

    /// <summary>A capital call.</summary>
    public static string OfCall(CapitalCallId call) => $"{Calls}/{call}";

    /// <summary>The notices of a capital call, to be printed.</summary>
    public static string OfNotice(CapitalCallId call) => $"{Calls}/{call}/notice";

    /// <summary>A form to draft a capital call of a fund.</summary>
    public static string ToCall(string? fund) => fund is null ? $"{Calls}/new" : $"{Calls}/new?fund={Uri.EscapeDataString(fund)}";

    /// <summary>Contribution plan of a fund.</summary>
    public static string OfPlan(string fund) => $"/plans/{Uri.EscapeDataString(fund)}";

    /// <summary>A form to record something, filled in with what is known.</summary>
    public static string ToRecord(string what, string? fund = null, string? holder = null, string? company = null)
    {
        var known = new[] { ("fund", fund), ("holder", holder), ("company", company) }
            .Where(pair => pair.Item2 is not null).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}").ToList();
        return $"/record/{what}{(known.Count == 0 ? "" : "?")}{string.Join('&', known)}";
    }
}
