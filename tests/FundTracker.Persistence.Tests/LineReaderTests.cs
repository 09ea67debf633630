using System.Data;
using FundTracker.Domain.Ledgers;
using FundTracker.Persistence.Books;

namespace FundTracker.Persistence.Tests;

public sealed class LineReaderTests
{
    [Fact]
    public void A_line_is_read_from_the_types_that_SQL_Server_sends()
    {
        using var table = new DataTable();
        Type[] types =
        [
            typeof(long), typeof(long), typeof(int), typeof(DateTime), typeof(DateTime), typeof(long), typeof(long), typeof(long), typeof(long), typeof(long),
        ];
        foreach (var type in types) table.Columns.Add(null, type);
        var day = new DateTime(2023, 6, 30);
        var instant = day.AddHours(8).AddTicks(10);
        table.Rows.Add(7L, 11L, (1 << 24) + ((int)LineKind.Contribution << 16) + 1, day, instant, 5_00L, -5_00L, 3L, 0L, 0L);
        using var reader = table.CreateDataReader();
        Assert.True(reader.Read());

        var row = LineReader.FromSqlServer(reader, edge => edge.Value == 11 ? 4 : -1);

        Assert.Equal((7L, 4, LineKind.Contribution, 1), (row.Sequence, row.EdgeIndex, row.Kind, (int)row.Flags));
        Assert.Equal(new DateOnly(2023, 6, 30).DayNumber, row.Day);
        Assert.Equal((instant - DateTime.UnixEpoch).Ticks / 10, row.Stamp);
        Assert.Equal((5_00L, -5_00L), (row.Amount, row.Impact));
        Assert.Equal(3, row.Reverses);
    }
}
