using System.Buffers;
using System.Globalization;
using System.Text;
using FundTracker.Analytics.Metrics;

namespace FundTracker.Cli.Commands.Metrics;

/// <summary>Reads the rows of flows and of an index from CSV. Every fault names its row and column; nothing is guessed.</summary>
internal sealed class FlowsCsv(CsvFaults faults)
{
    private const decimal LargestAmount = 1e15m;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private int _cellsExpected;

    /// <summary>Hands each row of <c>fund,date,kind,amount</c> or <c>fund,date,amount</c> (signed) to the engine.</summary>
    public void ReadFlows(FileInfo file, FlowMetrics metrics)
    {
        faults.File = file.Name;
        using CsvRows rows = new(file.OpenRead());
        if (!ReadHeader(rows, ["fund", "date", "amount"], ["kind"], out int[] columns))
        {
            return;
        }

        char[] name = ArrayPool<char>.Shared.Rent(4096);
        while (rows.Read())
        {
            if (IsWhole(rows) && TryReadFlow(rows, columns, ref name, out int length, out Flow flow))
            {
                metrics.Add(name.AsSpan(0, length), flow.Date, flow.Kind, flow.Amount);
            }
        }

        ArrayPool<char>.Shared.Return(name);
    }

    /// <summary>The rows of <c>date,level</c>.</summary>
    public List<(DateOnly Date, double Level)> ReadIndex(FileInfo file)
    {
        faults.File = file.Name;
        List<(DateOnly, double)> levels = [];
        HashSet<DateOnly> seen = [];
        using CsvRows rows = new(file.OpenRead());
        if (!ReadHeader(rows, ["date", "level"], [], out int[] columns))
        {
            return levels;
        }

        while (rows.Read())
        {
            if (!IsWhole(rows) || !TryReadDate(rows, columns[0], "date", out DateOnly date))
            {
                continue;
            }

            ReadOnlySpan<byte> cell = rows.Cell(columns[1]);
            if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double level))
            {
                faults.Add(cell.IsEmpty ? "csv.blank" : "csv.number", rows.RowNumber, "level", cell);
            }
            else if (!(level > 0 && double.IsFinite(level)))
            {
                faults.Add("csv.level", rows.RowNumber, "level", cell);
            }
            else if (!seen.Add(date))
            {
                faults.Add("csv.dateTwice", rows.RowNumber, "date", rows.Cell(columns[0]));
            }
            else
            {
                levels.Add((date, level));
            }
        }

        if (levels.Count == 0 && faults.Count == 0)
        {
            faults.Add("csv.empty", rows.RowNumber, string.Empty, default);
        }

        return levels;
    }

    private bool ReadHeader(CsvRows rows, string[] needed, string[] optional, out int[] columns)
    {
        columns = [];
        if (!rows.Read())
        {
            faults.Add("csv.empty", 1, string.Empty, default);
            return false;
        }

        _cellsExpected = rows.CellCount;
        if (!IsWhole(rows))
        {
            return false;
        }

        string[] found = [.. Enumerable.Range(0, rows.CellCount).Select(i => Encoding.UTF8.GetString(rows.Cell(i)).ToLowerInvariant())];
        bool isComplete = true;
        foreach (string column in needed.Concat(optional))
        {
            int times = found.Count(c => c == column);
            if (times > 1 || (times == 0 && needed.Contains(column)))
            {
                faults.Add(times > 1 ? "csv.twoColumns" : "csv.noColumn", rows.RowNumber, column, default);
                isComplete = false;
            }
        }

        columns = [.. needed.Concat(optional).Select(column => Array.IndexOf(found, column))];
        return isComplete;
    }

    private bool IsWhole(CsvRows rows)
    {
        if (rows.UnclosedCell > 0)
        {
            faults.Add("csv.quote", rows.RowNumber, rows.UnclosedCell.ToString(CultureInfo.InvariantCulture), default);
            return false;
        }

        if (rows.OverfullCell > 0)
        {
            faults.Add("csv.afterQuote", rows.RowNumber, rows.OverfullCell.ToString(CultureInfo.InvariantCulture), default);
            return false;
        }

        if (rows.CellCount != _cellsExpected)
        {
            faults.AddCells(rows.RowNumber, _cellsExpected, rows.CellCount);
            return false;
        }

        return true;
    }

    private bool TryReadFlow(CsvRows rows, int[] columns, ref char[] name, out int length, out Flow flow)
    {
        bool hasName = TryReadName(rows, columns[0], ref name, out length);
        bool hasDate = TryReadDate(rows, columns[1], "date", out DateOnly date);
        FlowKind kind = FlowKind.Signed;
        bool hasKind = columns[3] < 0 || TryReadKind(rows, columns[3], out kind);
        bool hasAmount = TryReadAmount(rows, columns[2], mayBeNegative: kind == FlowKind.Signed, out decimal amount);
        flow = new Flow(date, kind, amount);
        return hasName && hasDate && hasKind && hasAmount;
    }

    private bool TryReadName(CsvRows rows, int column, ref char[] name, out int length)
    {
        ReadOnlySpan<byte> cell = rows.Cell(column);
        length = 0;
        if (cell.IsEmpty)
        {
            faults.Add("csv.blank", rows.RowNumber, "fund", cell);
            return false;
        }

        if (cell.Length > name.Length)
        {
            name = new char[cell.Length];
        }

        if (!System.Text.Unicode.Utf8.IsValid(cell))
        {
            faults.Add("csv.encoding", rows.RowNumber, "fund", default);
            return false;
        }

        length = Utf8.GetChars(cell, name);
        return true;
    }

    private bool TryReadDate(CsvRows rows, int column, string columnName, out DateOnly date)
    {
        ReadOnlySpan<byte> cell = rows.Cell(column);
        date = default;
        bool isShaped = cell.Length == 10 && cell[4] == '-' && cell[7] == '-';
        if (isShaped
            && TryReadDigits(cell[..4], out int year) && TryReadDigits(cell[5..7], out int month)
            && TryReadDigits(cell[8..], out int day)
            && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
        {
            date = new DateOnly(year, month, day);
            return true;
        }

        faults.Add(cell.IsEmpty ? "csv.blank" : "csv.date", rows.RowNumber, columnName, cell);
        return false;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }

    private bool TryReadKind(CsvRows rows, int column, out FlowKind kind)
    {
        ReadOnlySpan<byte> cell = rows.Cell(column);
        kind = default;
        if (Ascii.EqualsIgnoreCase(cell, "contribution"u8))
        {
            kind = FlowKind.Contribution;
        }
        else if (Ascii.EqualsIgnoreCase(cell, "distribution"u8))
        {
            kind = FlowKind.Distribution;
        }
        else if (Ascii.EqualsIgnoreCase(cell, "nav"u8))
        {
            kind = FlowKind.Nav;
        }
        else
        {
            faults.Add(cell.IsEmpty ? "csv.blank" : "csv.kind", rows.RowNumber, "kind", cell);
            return false;
        }

        return true;
    }

    private bool TryReadAmount(CsvRows rows, int column, bool mayBeNegative, out decimal amount)
    {
        ReadOnlySpan<byte> cell = rows.Cell(column);
        string? fault = null;
        if (!decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out amount))
        {
            fault = cell.IsEmpty ? "csv.blank" : "csv.number";
        }
        else if (Math.Abs(amount) > LargestAmount)
        {
            fault = "csv.tooLarge";
        }
        else if (amount < 0 && !mayBeNegative)
        {
            fault = "csv.negative";
        }

        if (fault is not null)
        {
            faults.Add(fault, rows.RowNumber, "amount", cell);
        }

        return fault is null;
    }

    private readonly record struct Flow(DateOnly Date, FlowKind Kind, decimal Amount);
}
