namespace FundTracker.Cli.Commands.Metrics;

/// <summary>
/// Reads rows of cells from bytes, without making a string of any cell. Cells are separated by commas, or where the first
/// row has none, by the semicolons or tabs that it has. Quoted cells may hold separators and doubled quotes, not line
/// breaks. Blank lines are passed over; a byte order mark is skipped.
/// </summary>
internal sealed class CsvRows(Stream stream) : IDisposable
{
    private const byte Quote = (byte)'"', Comma = (byte)',', Semicolon = (byte)';', Tab = (byte)'\t';
    private readonly List<Range> _cells = [];
    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private byte? _separator;

    /// <summary>The number of the row's line in the file, from 1.</summary>
    public int RowNumber { get; private set; }

    public int CellCount => _cells.Count;

    /// <summary>The cell with an unclosed quote, from 1; 0 where there is none.</summary>
    public int UnclosedCell { get; private set; }

    /// <summary>The cell with text behind its closing quote, from 1; 0 where there is none.</summary>
    public int OverfullCell { get; private set; }

    public ReadOnlySpan<byte> Cell(int index) => _buffer.AsSpan(_cells[index]);

    /// <summary>Moves to the next row that is not blank.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Read()
    {
        while (ReadLine(out int from, out int to))
        {
            RowNumber++;
            if (to > from && _buffer[to - 1] == '\r')
            {
                to--;
            }

            if (RowNumber == 1 && _buffer.AsSpan(from, to - from).StartsWith("\uFEFF"u8))
            {
                from += 3;
            }

            if (!_buffer.AsSpan(from, to - from).Trim((byte)' ').IsEmpty)
            {
                _separator ??= SeparatorOf(_buffer.AsSpan(from, to - from));
                Cut(from, to, _separator.Value);
                return true;
            }
        }

        return false;
    }

    public void Dispose() => stream.Dispose();

    private static byte SeparatorOf(ReadOnlySpan<byte> header) =>
        header.Contains(Comma) ? Comma : header.Contains(Semicolon) ? Semicolon : header.Contains(Tab) ? Tab : Comma;

    private bool ReadLine(out int from, out int to)
    {
        int searched = _start;
        while (true)
        {
            int at = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                (from, to) = (_start, searched + at);
                _start = to + 1;
                return true;
            }

            if (_isAtEnd)
            {
                (from, to) = (_start, _end);
                _start = _end;
                return to > from;
            }

            searched = _end - _start;
            Fill();
        }
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
    }

    private void Cut(int from, int to, byte separator)
    {
        _cells.Clear();
        (UnclosedCell, OverfullCell) = (0, 0);
        for (int at = from; at <= to;)
        {
            int start = at;
            while (start < to && _buffer[start] == ' ')
            {
                start++;
            }

            at = start < to && _buffer[start] == Quote
                ? CutQuoted(start + 1, to, separator)
                : CutPlain(start, to, separator);
        }
    }

    private int CutPlain(int start, int to, byte separator)
    {
        int length = _buffer.AsSpan(start, to - start).IndexOf(separator);
        int end = length < 0 ? to : start + length, next = end + 1;
        while (end > start && _buffer[end - 1] == ' ')
        {
            end--;
        }

        _cells.Add(start..end);
        return next;
    }

    /// <summary>Cuts a quoted cell, closing up its doubled quotes in place.</summary>
    private int CutQuoted(int start, int to, byte separator)
    {
        int write = start;
        for (int at = start; at < to; at++)
        {
            if (_buffer[at] != Quote)
            {
                _buffer[write++] = _buffer[at];
            }
            else if (at + 1 < to && _buffer[at + 1] == Quote)
            {
                _buffer[write++] = _buffer[at++];
            }
            else
            {
                _cells.Add(start..write);
                int next = _buffer.AsSpan(at, to - at).IndexOf(separator), end = next < 0 ? to : at + next;
                if (_buffer.AsSpan(at + 1, end - at - 1).ContainsAnyExcept((byte)' '))
                {
                    OverfullCell = _cells.Count;
                }

                return end + 1;
            }
        }

        _cells.Add(start..write);
        UnclosedCell = _cells.Count;
        return to + 1;
    }
}
