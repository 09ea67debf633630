using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Ledger;

/// <summary>A page of the audit trail, the latest entry first.</summary>
/// <param name="Total">How many entries there are over all pages.</param>
/// <param name="Entries">The entries of the page.</param>
public sealed record AuditPage(int Total, IReadOnlyList<AuditRow> Entries)
{
    /// <summary>Largest number of entries on a page.</summary>
    public const int SizeMax = 1000;

    /// <summary>Largest number of a page.</summary>
    public const int NumberMax = 1_000_000;

    internal static async Task<AuditPage> Read(Desk desk, int chain, string? user, int page, int size, CancellationToken cancellation)
    {
        var entries = desk.Db.Audit.AsNoTracking().Where(entry => entry.Chain == chain);
        if (user is not null) entries = entries.Where(entry => entry.User == user);
        var total = await entries.CountAsync(cancellation);
        var rows = await entries.OrderByDescending(entry => entry.Id).Skip((page - 1) * size).Take(size)
            .Select(entry => new AuditRow(entry.Sequence, entry.At, entry.User, entry.Channel, entry.Action, entry.Input)).ToListAsync(cancellation);
        return new AuditPage(total, rows);
    }
}

/// <summary>One successful command.</summary>
/// <param name="Sequence">Place in the chain, from 1.</param>
/// <param name="At">When.</param>
/// <param name="User">Who.</param>
/// <param name="Channel">Through which door.</param>
/// <param name="Action">Name of the use case.</param>
/// <param name="Input">The command as JSON; bytes of files are replaced by their length and hash.</param>
public sealed record AuditRow(long Sequence, Stamp At, string User, Channel Channel, string Action, string Input);
