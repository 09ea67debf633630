using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class IndexSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MarketIndices",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: false),
                    LastRecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarketIndices", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "IndexLevels",
                columns: table => new
                {
                    Index = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Date = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LevelUnits = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexLevels", x => new { x.Index, x.Date, x.RecordedAt });
                    table.ForeignKey(
                        name: "FK_IndexLevels_MarketIndices_Index",
                        column: x => x.Index,
                        principalTable: "MarketIndices",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });
            migrationBuilder.Sql(Refuse("Update", "UPDATE", "TRUE"));
            migrationBuilder.Sql(Refuse("Delete", "DELETE", "TRUE"));
            // INSERT OR REPLACE deletes without calling the trigger above.
            migrationBuilder.Sql(Refuse("Replace", "INSERT", """
                EXISTS (SELECT 1 FROM "IndexLevels" WHERE "Index" = NEW."Index" AND "Date" = NEW."Date" AND "RecordedAt" = NEW."RecordedAt")
                """));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IndexLevels");

            migrationBuilder.DropTable(
                name: "MarketIndices");
        }

        private static string Refuse(string name, string verb, string when) => $"""
            CREATE TRIGGER "IndexLevels_No{name}" BEFORE {verb} ON "IndexLevels" WHEN {when}
            BEGIN SELECT RAISE(ABORT, 'IndexLevels is only added to: correct by a new entry'); END;
            """;
    }
}
