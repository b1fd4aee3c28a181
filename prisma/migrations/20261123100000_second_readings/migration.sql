-- What a second model made of the rectangles of values, each beside the first reading.
CREATE TABLE "SecondReading" (
    "documentId" TEXT COLLATE "C" NOT NULL,
    "place" TEXT COLLATE "C" NOT NULL,
    "body" JSONB NOT NULL,
    CONSTRAINT "SecondReading_pkey" PRIMARY KEY ("documentId", "place")
);
