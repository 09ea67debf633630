using System.Linq.Expressions;
using FundTracker.Application.Books;
using FundTracker.Application.Text;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Approvals;

/// <summary>A voucher as people read it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What it records.</param>
/// <param name="About">The fund or company on whose page it is shown.</param>
/// <param name="State">Pending, posted, rejected or withdrawn.</param>
/// <param name="RecordedBy">Who recorded it; may not approve it.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="DecidedBy">Who approved, rejected or withdrew it; null while pending.</param>
/// <param name="DecidedAt">When; null while pending.</param>
/// <param name="Reason">Why it was rejected; else empty.</param>
/// <param name="Call">The call that it is under, or null.</param>
/// <param name="Document">The document behind it, or null.</param>
/// <param name="Lines">The proposed lines.</param>
/// <param name="OverrideReason">Why it was approved though hard rules would be breached; else empty.</param>
/// <param name="Overridden">Names of those rules; else empty.</param>
public sealed record VoucherCard(
    VoucherId Id, VoucherKind Kind, NodeEntry About, VoucherState State, string RecordedBy, Stamp RecordedAt, string? DecidedBy,
    Stamp? DecidedAt, string Reason, CapitalCallId? Call, DocumentId? Document, IReadOnlyList<ProposedLine> Lines,
    string OverrideReason = "", string Overridden = "")
{
    /// <summary>Vouchers of the books that satisfy a condition, the oldest first.</summary>
    internal static async Task<IReadOnlyList<VoucherCard>> Read(
        Desk desk, BookSnapshot book, Expression<Func<Voucher, bool>> isWanted, VoucherState? state, CancellationToken cancellation)
    {
        var vouchers = desk.Db.Vouchers.AsNoTracking().Where(voucher => voucher.MotherFund == book.MotherFund);
        if (state is not null) vouchers = vouchers.Where(voucher => voucher.State == state);
        return [.. (await vouchers.Where(isWanted).OrderBy(voucher => voucher.Id).ToListAsync(cancellation)).Select(voucher => Of(voucher, book))];
    }

    private static VoucherCard Of(Voucher voucher, BookSnapshot book) => new(
        voucher.Id, voucher.Kind, book.Node(voucher.About), voucher.State, voucher.RecordedBy, voucher.RecordedAt, voucher.DecidedBy,
        voucher.DecidedAt, voucher.Reason, voucher.Call, voucher.Document,
        [.. voucher.Lines.OrderBy(line => line.Number).Select(line => ProposedLine.Of(line, book))], voucher.OverrideReason, voucher.Overridden);
}

/// <summary>A proposed ledger line as people read it.</summary>
/// <param name="Number">Place in the voucher, from 1.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Holder">Investor or investing fund; the fund itself on its own account.</param>
/// <param name="Investee">Fund or company; the fund itself on its own account.</param>
/// <param name="EffectiveDate">The day from which it would count.</param>
/// <param name="Amount">In the natural sense of the kind; a reversal has the sign turned.</param>
/// <param name="Purpose">What called money is for.</param>
/// <param name="InsideCommitment">Whether paid-in or called money counts against the commitment.</param>
/// <param name="Recallable">Whether a distribution raises unfunded again.</param>
/// <param name="Reverses">Sequence of the line it reverses, or null.</param>
/// <param name="CorrectsClosed">Sequence of the closed line it corrects, or null.</param>
/// <param name="Note">Free words.</param>
public sealed record ProposedLine(
    int Number, LineKind Kind, NodeEntry Holder, NodeEntry Investee, DateOnly EffectiveDate, Money Amount, CallPurpose Purpose,
    bool InsideCommitment, bool Recallable, long? Reverses, long? CorrectsClosed, string Note)
{
    /// <summary>The line as a sentence: day, what it says, amount, from whom to whom.</summary>
    /// <param name="language">Language tag.</param>
    public string Sentence(string language)
    {
        var texts = Texts.In(language);
        var sentence = texts.Fill(
            Holder.Id == Investee.Id ? "line.own" : "line.of", ("date", EffectiveDate), ("kind", Kind), ("amount", Amount),
            ("holder", Holder.Name.In(language)), ("investee", Investee.Name.In(language)));
        return Reverses is null ? sentence : texts.Fill("line.reversal", ("line", sentence), ("reverses", Reverses));
    }

    internal static ProposedLine Of(VoucherLine line, BookSnapshot book)
    {
        var edge = book.Edges[book.IndexOf(line.Edge)];
        return new ProposedLine(
            line.Number, line.Kind, book.Node(edge.Holder), book.Node(edge.Investee), line.EffectiveDate, line.Amount, line.Purpose,
            line.InsideCommitment, line.Recallable, line.Reverses, line.CorrectsClosed, line.Note);
    }
}
