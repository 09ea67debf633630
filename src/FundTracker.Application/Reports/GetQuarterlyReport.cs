using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Reports;

/// <summary>
/// Puts a mother fund's quarterly report together. The same quarter and instant always give the same report. A quarter that has not begun
/// has none.
/// </summary>
public static class GetQuarterlyReport
{
    /// <summary>Asks for a report.</summary>
    /// <param name="Books">Code of the mother fund.</param>
    /// <param name="Quarter">The quarter, such as <c>2023Q2</c>.</param>
    /// <param name="KnownAt">Recorded instant, counted; null for now.</param>
    [Readers]
    public sealed record Query(string Books, string Quarter, Stamp? KnownAt = null) : IQuery<QuarterlyReport>, IWithinBooks;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Quarter).Must(text => Domain.Values.Quarter.TryParse(text, out _)).WithErrorCode(InputErrors.WrongForm);
    }

    internal sealed class Handler(Desk desk, QuarterlyReportReader reports) : IRequestHandler<Query, Result<QuarterlyReport>>
    {
        public async Task<Result<QuarterlyReport>> Handle(Query q, CancellationToken cancellation)
        {
            if (!Domain.Values.Quarter.TryParse(q.Quarter, out var quarter)) throw new InvalidOperationException(q.Quarter);
            return quarter.FirstDay > desk.Today
                ? new DomainError("report.notBegun", ("quarter", q.Quarter), ("first", quarter.FirstDay), ("today", desk.Today)).At("quarter")
                : await reports.Read(q.Books, quarter, q.KnownAt, cancellation);
        }
    }
}
