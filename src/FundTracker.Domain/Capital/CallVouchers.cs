using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Capital;

/// <summary>
/// Vouchers under a capital call. Between the recording and the approval others may have paid, or the call may have been cancelled: so
/// at approval the same payment, or the same cancellation, is judged against what is due then, and split over the items anew.
/// </summary>
public static class CallVouchers
{
    /// <summary>Whether vouchers of a kind are judged by their call again.</summary>
    public static bool IsUnderCall(VoucherKind kind) => kind is VoucherKind.Payment or VoucherKind.CallCancellation;

    /// <summary>The lines that an approval posts.</summary>
    /// <param name="call">The call.</param>
    /// <param name="kind">Payment or cancellation.</param>
    /// <param name="recorded">The voucher's lines: for a payment all of one investor, dated the day on which the money came.</param>
    /// <param name="paid">What was paid so far on each share, in the order of the shares, minor units.</param>
    /// <param name="at">When it is approved.</param>
    /// <returns>The lines, or what <see cref="CapitalCall.Pay"/> and <see cref="CapitalCall.Cancel"/> refuse.</returns>
    public static Result<IReadOnlyList<LineDraft>> Settle(
        this CapitalCall call, VoucherKind kind, IReadOnlyList<LineDraft> recorded, IReadOnlyList<long> paid, Stamp at)
    {
        var first = recorded[0];
        if (kind == VoucherKind.CallCancellation) return call.Cancel(first.EffectiveDate, at, first.Note, paid);
        var amount = recorded.Select(line => line.Amount).Aggregate((sum, part) => sum + part);
        return call.Pay(first.Edge, amount, first.EffectiveDate, paid).Map<IReadOnlyList<LineDraft>>(
            lines => [.. lines.Select(line => line with { Document = first.Document, Note = first.Note, Reference = first.Reference })]);
    }
}
