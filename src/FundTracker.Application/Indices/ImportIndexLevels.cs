using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Indices;

/// <summary>Records levels of an index from a file; the first file opens the series. A level that differs from before stands beside the old one.</summary>
public static class ImportIndexLevels
{
    /// <summary>Hands a file in.</summary>
    /// <param name="Index">Code of the index: 2 to 40 capital letters, digits and hyphens.</param>
    /// <param name="Currency">ISO 4217 code of the currency of its return.</param>
    /// <param name="Content">The CSV file, see <see cref="LevelFile"/>; at most 5 MB.</param>
    /// <param name="NameZh">Chinese name; one of the two is needed for a new index.</param>
    /// <param name="NameEn">English name.</param>
    [AllowedTo(Role.Administrator)]
    public sealed record Command(string Index, string Currency, byte[] Content, string? NameZh = null, string? NameEn = null) : ICommand<Imported>;

    /// <summary>What became of the file.</summary>
    /// <param name="Recorded">Days that were new or had another level.</param>
    /// <param name="Unchanged">Days whose level stood there already.</param>
    public sealed record Imported(int Recorded, int Unchanged);

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int MaxBytes = 5_000_000;

        public Validator()
        {
            RuleFor(c => c.Index).IsNodeCode();
            RuleFor(c => c.Currency).IsCurrency();
            RuleFor(c => c.Content).NotEmpty().Must(content => content.Length <= MaxBytes).WithErrorCode(InputErrors.TooLong);
            RuleFor(c => c.NameZh).MaximumLength(200);
            RuleFor(c => c.NameEn).MaximumLength(200);
        }
    }

    internal sealed class Handler(Desk desk) : IRequestHandler<Command, Result<Imported>>
    {
        public Task<Result<Imported>> Handle(Command c, CancellationToken cancellation) =>
            LevelFile.Read(c.Content).Then<IReadOnlyList<(DateOnly Date, decimal Level)>, Imported>(async levels =>
            {
                var found = Opened(c, await desk.Db.MarketIndices.SingleOrDefaultAsync(index => index.Code == c.Index, cancellation));
                if (!found.IsSuccess) return Result<Imported>.Refused(found.Errors);
                var recorded = await desk.Db.IndexLevels.AsNoTracking().Where(level => level.Index == c.Index).ToListAsync(cancellation);
                var news = found.Value.Record(levels, recorded, desk.Now, desk.User);
                desk.Db.IndexLevels.AddRange(news);
                return new Imported(news.Count, levels.Count - news.Count);
            });

        private Result<MarketIndex> Opened(Command c, MarketIndex? index)
        {
            var hasName = !string.IsNullOrWhiteSpace(c.NameZh) || !string.IsNullOrWhiteSpace(c.NameEn);
            if (index is null)
            {
                if (!hasName) return IndexErrors.NameMissing(c.Index);
                desk.Db.MarketIndices.Add(index = MarketIndex.Open(c.Index, BilingualName.Of(c.NameZh, c.NameEn), Domain.Values.Currency.Of(c.Currency)));
                return index;
            }

            if (index.Currency.Code != c.Currency) return IndexErrors.OtherCurrency(c.Index, index.Currency);
            return hasName && index.Name != BilingualName.Of(c.NameZh, c.NameEn) ? IndexErrors.OtherName(c.Index, index.Name.Zh) : index;
        }
    }
}
