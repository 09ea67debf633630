using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Indices;

/// <summary>The indices that funds can be compared with.</summary>
public static class ListIndices
{
    /// <summary>Asks for all of them.</summary>
    [AllowedTo(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.Administrator)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>An index.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Currency">Currency of its return.</param>
    /// <param name="Days">Days that have a level.</param>
    /// <param name="First">The first of them; null where there is none.</param>
    /// <param name="Last">The last of them; null where there is none.</param>
    /// <param name="LastRecordedAt">When levels were last recorded.</param>
    public sealed record Row(string Code, BilingualName Name, Currency Currency, int Days, DateOnly? First, DateOnly? Last, Stamp LastRecordedAt);

    internal sealed class Handler(Desk desk) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancellation)
        {
            var indices = await desk.Db.MarketIndices.AsNoTracking().OrderBy(index => index.Code).ToListAsync(cancellation);
            var days = (await desk.Db.IndexLevels.AsNoTracking().Select(level => new { level.Index, level.Date }).Distinct().ToListAsync(cancellation))
                .ToLookup(level => level.Index, level => level.Date, StringComparer.Ordinal);
            return indices.ConvertAll(index => new Row(
                index.Code, index.Name, index.Currency, days[index.Code].Count(), days[index.Code].Select(day => (DateOnly?)day).Min(),
                days[index.Code].Select(day => (DateOnly?)day).Max(), index.LastRecordedAt));
        }
    }
}
