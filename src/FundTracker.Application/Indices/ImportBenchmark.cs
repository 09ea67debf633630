using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Indices;

/// <summary>Records quartiles by vintage from a file; the first file opens the table. A row that differs from before stands beside the old one.</summary>
public static class ImportBenchmark
{
    /// <summary>Hands a file in.</summary>
    /// <param name="Table">Code of the table: 2 to 40 capital letters, digits and hyphens.</param>
    /// <param name="Content">The CSV file, see <see cref="BenchmarkFile"/>; at most 5 MB.</param>
    /// <param name="NameZh">Chinese name; one of the two is needed for a new table.</param>
    /// <param name="NameEn">English name.</param>
    [AllowedTo(Role.Administrator)]
    public sealed record Command(string Table, byte[] Content, string? NameZh = null, string? NameEn = null) : ICommand<Imported>;

    /// <summary>What became of the file.</summary>
    /// <param name="Recorded">Rows that were new or had other quartiles.</param>
    /// <param name="Unchanged">Rows that stood there already.</param>
    public sealed record Imported(int Recorded, int Unchanged);

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int MaxBytes = 5_000_000;

        public Validator()
        {
            RuleFor(c => c.Table).IsNodeCode();
            RuleFor(c => c.Content).NotEmpty().Must(content => content.Length <= MaxBytes).WithErrorCode(InputErrors.TooLong);
            RuleFor(c => c.NameZh).MaximumLength(200);
            RuleFor(c => c.NameEn).MaximumLength(200);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Imported>>
    {
        public Task<Result<Imported>> Handle(Command c, CancellationToken cancellation) =>
            BenchmarkFile.Read(c.Content).Then<IReadOnlyList<BenchmarkQuartiles>, Imported>(async rows =>
            {
                var found = Opened(c, await desk.Db.BenchmarkTables.SingleOrDefaultAsync(table => table.Code == c.Table, cancellation));
                if (!found.IsSuccess) return Result<Imported>.Refused(found.Errors);
                var recorded = await desk.Db.BenchmarkEntries.AsNoTracking().Where(entry => entry.Table == c.Table).ToListAsync(cancellation);
                var news = found.Value.Record(rows, recorded, desk.Now, desk.User);
                desk.Db.BenchmarkEntries.AddRange(news);
                return new Imported(news.Count, rows.Count - news.Count);
            });

        private Result<BenchmarkTable> Opened(Command c, BenchmarkTable? table)
        {
            var hasName = !string.IsNullOrWhiteSpace(c.NameZh) || !string.IsNullOrWhiteSpace(c.NameEn);
            if (table is not null)
                return hasName && table.Name != BilingualName.Of(c.NameZh, c.NameEn) ? BenchmarkErrors.OtherName(c.Table, table.Name.Zh) : table;
            if (!hasName) return BenchmarkErrors.NameMissing(c.Table);
            desk.Db.BenchmarkTables.Add(table = BenchmarkTable.Open(c.Table, BilingualName.Of(c.NameZh, c.NameEn)));
            return table;
        }
    }
}
